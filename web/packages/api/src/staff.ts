import { type ApiClient, type Call, createClient, type Tokens } from "./client";
import type { Intent } from "./intent";
import type { SecondFactor } from "./player.types";
import { isProblem, type Problem } from "./problem";
import type * as T from "./staff.types";

export type * from "./staff.types";

const client = createClient("/api/staff/v1");
const hearers = new Set<(problem: Problem, isAct: boolean) => void>();

/** Calls back when the house says that a permission is missing, with whether something was to be done. */
export function onRefusal(hear: (problem: Problem, isAct: boolean) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

async function request<T>(method: string, path: string, call?: Call): Promise<T> {
  try {
    return await client.request<T>(method, path, call);
  } catch (error) {
    if (isProblem(error) && typeof error.facts.permission === "string")
      for (const hear of hearers) hear(error, method !== "GET");
    throw error;
  }
}

/** The staff's surface. */
export const staff: ApiClient = { ...client, request };

type Query = NonNullable<Call["query"]>;

/** The house's public face: its name, look and currencies are the same for players and staff. */
const house = createClient("/api/player/v1");

/** Every call of the staff's surface, named by what it is for. */
export const api = {
  tenant: () => house.request<T.Tenant>("GET", "/tenant", { anonymous: true }),

  login: (body: { email: string; password: string }) =>
    request<Tokens | SecondFactor>("POST", "/auth/login", { body, anonymous: true }),
  logout: () => request<void>("POST", "/auth/logout"),
  me: () => request<T.StaffMe>("GET", "/me"),

  dashboard: (currency?: string) => request<T.Dashboard>("GET", "/dashboard", { query: { currency } }),

  kycCases: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.KycCase>>("GET", "/kyc/cases", { query, signal }),
  kycCase: (id: string) => request<T.KycReview>("GET", `/kyc/cases/${id}`),
  kycOfMember: (id: string) => request<T.Page<T.KycCase>>("GET", `/members/${id}/kyc`),
  kycLink: (id: string, document: string) =>
    request<T.FileLink>("GET", `/kyc/cases/${id}/documents/${document}/link`),
  actOnKyc: (id: string, act: "take" | "release" | "approve") =>
    request<T.KycCase>("POST", `/kyc/cases/${id}/${act}`, act === "approve" ? { body: {} } : {}),
  rejectKyc: (id: string, reasons: T.RejectionReason[], text: string) =>
    request<T.KycCase>("POST", `/kyc/cases/${id}/reject`, { body: { reasons, text } }),

  members: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.MemberRow>>("GET", "/members", { query, signal }),
  member: (id: string) => request<T.Member>("GET", `/members/${id}`),
  memberTransactions: (id: string, query: Query) =>
    request<T.Page<T.Transaction>>("GET", `/members/${id}/transactions`, { query }),
  memberRounds: (id: string, query: Query) =>
    request<T.Page<T.StaffRound>>("GET", `/members/${id}/rounds`, { query }),
  memberDeposits: (id: string, query: Query) =>
    request<T.Page<T.StaffDeposit>>("GET", `/members/${id}/deposits`, { query }),
  memberWithdrawals: (id: string, query: Query) =>
    request<T.Page<T.StaffWithdrawal>>("GET", `/members/${id}/withdrawals`, { query }),
  setLimitOf: (
    id: string,
    kind: string,
    period: string,
    body: { amount?: string | null; minutes?: number | null; currency?: string; reason: string },
  ) => request<T.Limit | T.Approval>("PUT", `/members/${id}/limits/${kind}/${period}`, { body }),
  excludeFor: (id: string, body: T.ExcludeFor) =>
    request<unknown>("POST", `/members/${id}/exclusion`, { body }),
  protectionHistory: (id: string, query: Query) =>
    request<T.Page<T.ProtectionChange>>("GET", `/members/${id}/protection-history`, { query }),
  requestReturn: (id: string, reason: string) =>
    request<T.Approval>("POST", `/members/${id}/exclusion/return`, { body: { reason } }),
  standing: (id: string) => request<T.MemberStanding>("GET", `/members/${id}/standing`),
  standings: (id: string) => request<{ items: T.StandingChange[] }>("GET", `/members/${id}/standings`),
  setStanding: (id: string, standing: string, reason: string) =>
    request<T.MemberStanding>("POST", `/members/${id}/standing`, { body: { standing, reason } }),
  suspend: (id: string, reason: string) =>
    request<T.MemberPerson>("POST", `/members/${id}/suspend`, { body: { reason } }),
  reinstate: (id: string, reason: string) =>
    request<T.MemberPerson>("POST", `/members/${id}/reinstate`, { body: { reason } }),
  signMemberOut: (id: string) =>
    request<{ sessions_ended: number }>("POST", `/members/${id}/sign-out`, { body: {} }),

  endMemberSession: (id: string, session: string) =>
    request<void>("POST", `/members/${id}/sessions/${session}/end`, { body: {} }),
  eraseMember: (id: string, reason: string) =>
    request<{ id: string }>("POST", `/members/${id}/erasure`, { body: { reason } }),

  withdrawals: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.StaffWithdrawal>>("GET", "/withdrawals", { query, signal }),
  withdrawal: (id: string) => request<T.StaffWithdrawal>("GET", `/withdrawals/${id}`),
  approveWithdrawal: (id: string, intent: Intent) =>
    request<T.StaffWithdrawal>("POST", `/withdrawals/${id}/approve`, { body: {}, intent }),
  rejectWithdrawal: (id: string, reason: string, intent: Intent) =>
    request<T.StaffWithdrawal>("POST", `/withdrawals/${id}/reject`, { body: { reason }, intent }),
  deposits: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.StaffDeposit>>("GET", "/deposits", { query, signal }),

  rounds: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.StaffRound>>("GET", "/rounds", { query, signal }),
  round: (id: string) => request<T.RecalledRound>("GET", `/rounds/${id}`),
  roundRecord: (id: string) => request<T.RoundRecord>("GET", `/rounds/${id}/record`),
  roundsFile: (id: string, query: Query) => staff.file(`/members/${id}/rounds/export`, query),
  games: () => request<{ items: T.StaffGame[] }>("GET", "/games"),
  jackpots: () => request<{ items: T.StaffJackpot[] }>("GET", "/jackpots"),

  watchlists: () => request<T.Watchlists>("GET", "/watchlists"),
  loadWatchlist: (query: Query, content: Blob) =>
    request<T.WatchlistVersion>("POST", "/watchlists", { query, content }),
  activateWatchlist: (id: string, reason: string) =>
    request<T.WatchlistVersion>("POST", `/watchlists/${id}/activate`, { body: { reason } }),
  tryName: (name: string, birthDate: string | null) =>
    request<{ candidates: number; hits: T.AmlHit[] }>("POST", "/watchlists/try", {
      body: { name, birth_date: birthDate },
    }),
  amlCases: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.AmlCaseRow>>("GET", "/aml-cases", { query, signal }),
  amlCase: (id: string) => request<T.AmlCase>("GET", `/aml-cases/${id}`),
  assignAmlCase: (id: string) => request<T.AmlCase>("POST", `/aml-cases/${id}/assign`, { body: {} }),
  escalateAmlCase: (id: string, reason: string) =>
    request<T.AmlCase>("POST", `/aml-cases/${id}/escalate`, { body: { reason } }),
  noteAmlCase: (id: string, text: string) =>
    request<T.AmlCase>("POST", `/aml-cases/${id}/notes`, { body: { text } }),
  judgeAmlHit: (id: string, evidenceId: string, verdict: "false" | "true", reason: string) =>
    request<T.AmlCase>("POST", `/aml-cases/${id}/evidence/${evidenceId}/judge`, {
      body: { verdict, reason },
    }),
  closeAmlCase: (id: string, finding: string, reason: string) =>
    request<T.AmlCase>("POST", `/aml-cases/${id}/close`, { body: { finding, reason } }),
  memberAml: (id: string) => request<T.MemberAml>("GET", `/members/${id}/aml`),
  screenMember: (id: string) => request<T.MemberAml>("POST", `/members/${id}/screen`),
  freezeMember: (id: string, reason: string, caseId: string | null = null) =>
    request<void>("POST", `/members/${id}/freeze`, { body: { reason, case_id: caseId } }),
  releaseMember: (id: string, reason: string) =>
    request<T.Approval>("POST", `/members/${id}/release`, { body: { reason } }),
  monitoringRules: () => request<T.MonitoringRules>("GET", "/monitoring-rules"),
  changeRule: (id: string, body: T.MonitoringChange) =>
    request<T.MonitoringRule>("PUT", `/monitoring-rules/${id}`, { body }),
  dryRun: (kind: string, parameters: T.Fields, days: number) =>
    request<T.DryRun>("POST", "/monitoring-rules/dry-run", { body: { kind, parameters, days } }),

  adjust: (body: T.Adjustment, intent: Intent) =>
    request<T.Approval | T.BookedAdjustment>("POST", "/adjustments", { body, intent }),
  approvals: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.Approval>>("GET", "/approvals", { query, signal }),
  approve: (id: string, contentHash: string) =>
    request<T.Approval>("POST", `/approvals/${id}/approve`, { body: { content_hash: contentHash } }),
  rejectApproval: (id: string, reason: string) =>
    request<T.Approval>("POST", `/approvals/${id}/reject`, { body: { reason } }),

  audit: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.AuditItem>>("GET", "/audit", { query, signal }),

  auditFile: (query: Query) => staff.file("/audit/export", { ...query, format: "csv" }),

  jurisdiction: () => request<T.Jurisdiction>("GET", "/settings/jurisdiction"),
  harmCases: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.HarmCase>>("GET", "/harm-cases", { query, signal }),
  protectionShares: () => request<T.ProtectionShares>("GET", "/protection-shares"),
  harmCase: (id: string) => request<T.HarmCaseDetail>("GET", `/harm-cases/${id}`),
  takeHarmCase: (id: string) => request<T.HarmCaseDetail>("POST", `/harm-cases/${id}/take`),
  recordHarmContact: (id: string, body: T.HarmContactBody) =>
    request<T.HarmCaseDetail>("POST", `/harm-cases/${id}/contacts`, { body }),
  snoozeHarmCase: (id: string, body: T.HarmSnoozeBody) =>
    request<T.HarmCaseDetail>("POST", `/harm-cases/${id}/snooze`, { body }),
  closeHarmCase: (id: string, body: T.HarmCloseBody) =>
    request<T.HarmCaseDetail>("POST", `/harm-cases/${id}/close`, { body }),
  memberHarm: (id: string) => request<T.MemberHarm>("GET", `/members/${id}/harm`),
  significantEvents: (query: Query, signal?: AbortSignal) =>
    request<T.Page<T.SignificantEvent>>("GET", "/significant-events", { query, signal }),
  eventKinds: () => request<{ items: T.EventKind[] }>("GET", "/significant-events/kinds"),
  enterEvent: (body: { kind: string; at: string; summary: string }) =>
    request<T.SignificantEvent>("POST", "/significant-events", { body }),
  significantFile: (query: Query) => staff.file("/significant-events/export", query),

  ledgerCheck: () => request<T.LedgerCheck>("GET", "/ledger/check"),
  seals: () => request<{ items: T.Seal[] }>("GET", "/ledger/seals"),
  roles: () => request<{ items: T.Role[] }>("GET", "/roles"),
  permissions: () => request<{ items: T.PermissionInfo[] }>("GET", "/permissions"),
  createRole: (body: T.NewRole) => request<T.Role>("POST", "/roles", { body }),
  changeRole: (role: string, body: T.RoleChange) => request<T.Role>("PUT", `/roles/${role}`, { body }),
  deleteRole: (role: string) => request<void>("DELETE", `/roles/${role}`),
  why: (permission: string, userId?: string) =>
    request<T.WhyAnswer>("GET", "/access/why", { query: { permission, user_id: userId } }),

  staff: () => request<{ items: T.StaffPerson[] }>("GET", "/staff"),
  staffSessions: (id: string) => request<{ items: T.StaffSession[] }>("GET", `/staff/${id}/sessions`),
  grantRole: (id: string, body: T.NewGrant) => request<void>("POST", `/staff/${id}/roles`, { body }),
  revokeGrant: (id: string, grant: string) => request<void>("DELETE", `/staff/${id}/grants/${grant}`),
  setOverride: (id: string, body: T.NewOverride) =>
    request<unknown>("POST", `/staff/${id}/overrides`, { body }),
  liftOverride: (id: string, override: string) =>
    request<void>("DELETE", `/staff/${id}/overrides/${override}`),
  signStaffOut: (id: string, reason: string) =>
    request<unknown>("POST", `/staff/${id}/sign-out`, { body: { reason } }),
  removeStaff: (id: string, reason: string) =>
    request<void>("POST", `/staff/${id}/remove`, { body: { reason } }),
  invitations: () => request<{ items: T.Invitation[] }>("GET", "/invitations"),
  invite: (body: T.NewInvitation) => request<T.Invitation>("POST", "/invitations", { body }),
  withdrawInvitation: (id: string) => request<void>("DELETE", `/invitations/${id}`),
  join: (body: T.Joining) => request<void>("POST", "/auth/invitation", { body, anonymous: true }),
  impersonate: (id: string, body: T.NewImpersonation) =>
    request<T.Impersonation>("POST", `/members/${id}/impersonate`, { body }),
  withdrawApproval: (id: string) => request<T.Approval>("POST", `/approvals/${id}/withdraw`, { body: {} }),
};

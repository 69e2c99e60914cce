import type { components } from "./generated/staff.gen";

type Schemas = components["schemas"];

export type { Page, Tenant } from "./player.types";

export type KycCase = Schemas["KycCaseOut"];
export type KycReview = Schemas["ReviewOut"];
export type KycDocument = Schemas["DocumentOut"];
export type RejectionReason = Schemas["RejectionReason"];
export type FileLink = Schemas["LinkOut"];

export type StaffMe = Schemas["MeAnswer"];
export type Role = Schemas["RoleAnswer"];
export type PermissionInfo = Schemas["PermissionAnswer"];
export type NewRole = Schemas["NewRoleBody"];
export type RoleChange = Schemas["RoleBody"];
export type WhyAnswer = Schemas["WhyAnswer"];
export type StaffPerson = Schemas["StaffAnswer"];
export type StaffSession = Schemas["StaffSessionAnswer"];
export type NewGrant = Schemas["GrantBody"];
export type NewOverride = Schemas["OverrideBody"];
export type Invitation = Schemas["InvitationAnswer"];
export type NewInvitation = Schemas["InviteBody"];
export type Joining = Schemas["InvitationBody"];
export type NewImpersonation = Schemas["ImpersonateBody"];
export type Impersonation = Schemas["ImpersonationAnswer"];

export type Dashboard = Schemas["DashboardOut"];
export type TopGame = Schemas["TopGameOut"];

export type MemberRow = Schemas["MemberRowOut"];
export type Member = Schemas["MemberFileOut"];
/** What suspending and reinstating answer: who the member is, without the rest. */
export type MemberPerson = Schemas["MemberAnswer"];
export type Account = Schemas["MemberAccountOut"];
export type Limit = Schemas["MemberLimitOut"];
export type MemberStanding = Schemas["StandingOut"];
export type StandingChange = Schemas["StandingChangeOut"];
export type MemberTotals = Schemas["MemberTotalsOut"];
export type Transaction = Schemas["TransactionOut"];

export type StaffWithdrawal = Schemas["StaffWithdrawalAnswer"];
export type StaffDeposit = Schemas["StaffDepositAnswer"];
export type PaymentStep = Schemas["StaffStepAnswer"];

export type StaffRound = Omit<Schemas["StaffRoundOut"], "outcome" | "choices"> & {
  /** By engine; each drawing reads its own. */
  outcome: Fields | null;
  choices: Fields;
};
export type ExcludeFor = Schemas["ExcludeForBody"];
export type ProtectionChange = Schemas["ProtectionChangeOut"];
export type RoundRecord = Schemas["RoundRecordOut"];
export type RecalledRound = StaffRound &
  Pick<Schemas["RecalledRoundOut"], "engine"> & { config: Fields | null };
export type StaffGame = Schemas["StaffGameOut"];
export type StaffJackpot = Schemas["PoolOut"];

export type Adjustment = Schemas["AdjustmentBody"];
export type BookedAdjustment = Schemas["AdjustmentOut"];
export type Approval = Schemas["ApprovalOut"];
export type AuditItem = Schemas["AuditOut"];

export type AmlCaseRow = Schemas["CaseRowOut"];
export type AmlCase = Schemas["CaseOut"];
export type AmlEvidence = Schemas["EvidenceOut"];
export type AmlHit = Schemas["HitOut"];
export type MemberAml = Schemas["MemberAmlOut"];
export type Watchlists = Schemas["WatchlistsOut"];
export type WatchlistVersion = Schemas["WatchlistVersionOut"];
export type MonitoringRule = Schemas["RuleOut"];
export type MonitoringKind = Schemas["MonitoringKindOut"];
export type MonitoringRules = Schemas["RulesOut"];
export type MonitoringChange = Schemas["ChangeRuleBody"];
export type DryRun = Schemas["DryRunOut"];
export type Jurisdiction = Schemas["JurisdictionAnswer"];
export type JurisdictionRule = Schemas["RuleAnswer"];
export type HarmCase = Schemas["HarmCaseOut"];
export type ProtectionShares = Schemas["SharesOut"];
export type HarmCaseDetail = Schemas["HarmCaseDetail"];
export type HarmContactBody = Schemas["ContactBody"];
export type HarmSnoozeBody = Schemas["SnoozeBody"];
export type HarmCloseBody = Schemas["CloseHarmCaseBody"];
export type MemberHarm = Schemas["MemberHarmOut"];
export type SignificantEvent = Schemas["SignificantEventOut"];
export type EventKind = Schemas["EventKindOut"];

export type LedgerCheck = Schemas["CheckOut"];
export type Seal = Schemas["SealOut"];

/** The fields of whatever an act was about. */
export type Fields = Record<string, unknown>;

import type { components } from "./generated/staff.gen";
import type { Page } from "./player.types";
import { staff } from "./staff";

type Schemas = components["schemas"];
type Query = Record<string, string | undefined>;

export type StaffComplaint = Schemas["StaffComplaintAnswer"];
export type StaffCase = Schemas["StaffCaseAnswer"];
export type TenantLine = Schemas["TenantLine"];
export type TenantDetail = Schemas["TenantDetail"];
export type NewTenant = Schemas["NewTenantBody"];
export type Host = Schemas["HostAnswer"];
export type ExclusionRequest = Schemas["ExclusionRequestOut"];
export type RegisterState = Schemas["RegisterStateOut"];
export type Setting = Schemas["SettingAnswer"];
export type SettingVersion = Schemas["SettingVersionAnswer"];
export type Colour = Schemas["ColourAnswer"];
export type Pack = Schemas["PackAnswer"];

const { request } = staff;

/** The calls of the house's own affairs: complaints, evidence, tenants, hosts, settings. */
export const houseApi = {
  complaints: (query: Query, signal?: AbortSignal) =>
    request<Page<StaffComplaint>>("GET", "/complaints", { query, signal }),
  complaint: (id: string) => request<StaffCase>("GET", `/complaints/${id}`),
  takeComplaint: (id: string) => request<StaffCase>("POST", `/complaints/${id}/take`),
  noteComplaint: (id: string, text: string) =>
    request<StaffCase>("POST", `/complaints/${id}/notes`, { body: { text } }),
  answerComplaint: (id: string, text: string, outcome: string) =>
    request<StaffCase>("POST", `/complaints/${id}/answer`, { body: { text, outcome } }),
  closeComplaint: (id: string, reason: string) =>
    request<StaffCase>("POST", `/complaints/${id}/close`, { body: { reason } }),
  exportComplaint: (id: string) => staff.file(`/complaints/${id}/export`, undefined, "POST"),

  packs: (query: Query, signal?: AbortSignal) => request<Page<Pack>>("GET", "/evidence", { query, signal }),
  askForPack: (body: { member_id?: string; from?: string; to?: string; reason: string }) =>
    request<Pack>("POST", "/evidence", { body }),
  downloadPack: (id: string) =>
    request<{ url: string; expires_at: string }>("POST", `/evidence/${id}/download`),

  tenants: () => request<{ items: TenantLine[] }>("GET", "/tenants"),
  tenant: (id: string) => request<TenantDetail>("GET", `/tenants/${id}`),
  openTenant: (body: NewTenant) => request<TenantDetail>("POST", "/tenants", { body }),
  moveTenant: (id: string, act: "suspend" | "reinstate", reason: string) =>
    request<TenantDetail>("POST", `/tenants/${id}/${act}`, { body: { reason } }),
  switchFeatures: (id: string, body: { gaming: boolean; loyalty: boolean; reason: string }) =>
    request<TenantDetail>("PUT", `/tenants/${id}/features`, { body }),
  closeTenant: (id: string, body: { reason: string; keeps_owed: boolean }) =>
    request<TenantDetail>("POST", `/tenants/${id}/close`, { body }),
  approveClosing: (id: string, closing: string, content_hash: string, reason: string) =>
    request<TenantDetail>("POST", `/tenants/${id}/closing/${closing}/approve`, {
      body: { content_hash, reason },
    }),
  rejectClosing: (id: string, closing: string, reason: string) =>
    request<TenantDetail>("POST", `/tenants/${id}/closing/${closing}/reject`, { body: { reason } }),
  acceptInvitation: (body: { token: string; password: string }) =>
    request<{ email: string }>("POST", "/invitations/accept", { body, anonymous: true }),

  hosts: () => request<{ items: Host[] }>("GET", "/hosts"),
  claimHost: (host: string) => request<Host>("POST", "/hosts", { body: { host } }),
  checkHost: (host: string) => request<Host>("POST", `/hosts/${host}/check`),
  activateHost: (host: string) => request<Host>("POST", `/hosts/${host}/activate`),
  removeHost: (host: string, reason: string) =>
    request<void>("POST", `/hosts/${host}/remove`, { body: { reason } }),

  exclusionRequests: (status: string) =>
    request<Page<ExclusionRequest>>("GET", "/exclusion-requests", { query: { status } }),
  excludeAsked: (id: string, body: Schemas["ExcludeBody"]) =>
    request<ExclusionRequest>("POST", `/exclusion-requests/${id}/exclude`, { body }),
  declineAsked: (id: string, reason: string) =>
    request<ExclusionRequest>("POST", `/exclusion-requests/${id}/decline`, { body: { reason } }),

  registers: () => request<RegisterState>("GET", "/registers"),
  connectRegister: (register: string, body: { base_url: string; key: string; reason: string }) =>
    request<RegisterState>("PUT", `/registers/${register}`, { body }),
  testRegister: () => request<Schemas["TrialOut"]>("POST", "/registers/test"),
  removeRegister: (reason: string) => request<void>("POST", "/registers/remove", { body: { reason } }),
  memberRegister: (id: string) => request<Schemas["MemberRegisterOut"]>("GET", `/members/${id}/register`),

  settings: () => request<{ items: Setting[] }>("GET", "/settings"),
  settingHistory: (category: string) =>
    request<{ items: SettingVersion[] }>("GET", `/settings/${category}/history`),
  changeSetting: (
    category: string,
    body: { version: number; value: Record<string, unknown>; reason: string },
  ) => request<Setting>("PUT", `/settings/${category}`, { body }),
  tryColour: (colour: string) => request<Colour>("POST", "/branding/colour", { body: { colour } }),
};

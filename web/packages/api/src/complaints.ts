import type { components } from "./generated/player.gen";
import type { Intent } from "./intent";
import { player } from "./player";
import type { Page } from "./player.types";

type Schemas = components["schemas"];

export type Complaint = Schemas["ComplaintAnswer"];
export type ComplaintCase = Schemas["OwnCaseAnswer"];
export type NewComplaint = Schemas["ComplaintBody"];

const { request } = player;

/** The calls of a member who complains. */
export const complaintsApi = {
  list: () => request<Page<Complaint>>("GET", "/complaints"),
  one: (id: string) => request<ComplaintCase>("GET", `/complaints/${id}`),
  file: (body: NewComplaint, intent: Intent) => request<Complaint>("POST", "/complaints", { body, intent }),
  write: (id: string, text: string) =>
    request<ComplaintCase>("POST", `/complaints/${id}/entries`, { body: { text } }),
  accept: (id: string) => request<ComplaintCase>("POST", `/complaints/${id}/accept`),
  escalate: (id: string) => request<ComplaintCase>("POST", `/complaints/${id}/escalate`),
};

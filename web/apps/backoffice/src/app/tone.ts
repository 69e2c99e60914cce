import type { Tone } from "@stakehouse/ui";

/** The tone of a state, so that a payment looks the same on every page. Red is kept for what went wrong. */
const TONES: Readonly<Record<string, Tone>> = {
  active: "success",
  ready: "primary",
  loading: "primary",
  escalated: "danger",
  assigned: "primary",
  on: "success",
  suspended: "danger",
  closed: "neutral",
  excluded: "warning",
  verified: "success",
  rejected: "danger",
  submitted: "primary",
  in_review: "warning",
  waiting: "warning",
  requested: "warning",
  pending: "warning",
  approved: "primary",
  processing: "primary",
  paid: "success",
  succeeded: "success",
  failed: "danger",
  expired: "neutral",
  charged_back: "danger",
  settled: "neutral",
  open: "primary",
  void: "warning",
  taken: "warning",
  snoozed: "neutral",
};

/** The tone of a state's word; neutral for one that is not known. */
export function toneOf(state: string): Tone {
  return TONES[state] ?? "neutral";
}

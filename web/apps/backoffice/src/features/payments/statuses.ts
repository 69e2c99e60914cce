/** The states of withdrawals as the queue groups them; "waiting" is where a person has to decide. */

export const WAITING = ["requested", "in_review"] as const;

export const VIEWS = {
  waiting: [...WAITING],
  under_way: ["approved", "processing"],
  paid: ["paid"],
  refused: ["rejected", "cancelled", "failed"],
  all: [],
} as const satisfies Record<string, readonly string[]>;

export type View = keyof typeof VIEWS;

/** The view that a search names; the queue opens with what waits. */
export function viewOf(status: string | undefined): View {
  return status && status in VIEWS ? (status as View) : "waiting";
}

/** Whether somebody has yet to decide on a withdrawal. */
export function isWaiting(status: string): boolean {
  return WAITING.some((state) => state === status);
}

/** The id of the next case that waits after this one, going round to the first; null if none is left. */
export function nextWaiting(
  cases: readonly { id: string; status: string }[],
  current: string | undefined,
): string | null {
  const at = cases.findIndex((one) => one.id === current);
  const round = [...cases.slice(at + 1), ...cases.slice(0, Math.max(0, at))];
  return round.find((one) => isWaiting(one.status) && one.id !== current)?.id ?? null;
}

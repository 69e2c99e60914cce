const FLOW = "stakehouse.telegram";

/** What Telegram sent the browser back with. */
export type Return =
  | { kind: "mini_app" | "widget"; data: string }
  | { kind: "openid"; code: string; state: string };

/** A "Log in with Telegram" under way; only the browser that began it can finish it. */
export interface Flow {
  flow: string;
  /** Whether it links the account that is signed in, instead of signing in. */
  links: boolean;
}

/** Reads the address Telegram opened: a Mini App's data stands behind `#`, the others are in the query. */
export function readReturn(place: Pick<Location, "hash" | "search">): Return | null {
  const opened = new URLSearchParams(place.hash.slice(1)).get("tgWebAppData");
  if (opened) return { kind: "mini_app", data: opened };
  const query = new URLSearchParams(place.search);
  const [code, state] = [query.get("code"), query.get("state")];
  if (code && state) return { kind: "openid", code, state };
  if (!query.get("hash") || !query.get("auth_date")) return null;
  // The house's own hint is not part of what Telegram signed.
  query.delete("tenant");
  return { kind: "widget", data: query.toString() };
}

/** Remembers a sign-in across the way to Telegram and back. */
export function keepFlow(store: Storage, flow: Flow): void {
  store.setItem(FLOW, JSON.stringify(flow));
}

/** The sign-in that was begun here, once. */
export function takeFlow(store: Storage): Flow | null {
  const kept = store.getItem(FLOW);
  store.removeItem(FLOW);
  return kept ? (JSON.parse(kept) as Flow) : null;
}

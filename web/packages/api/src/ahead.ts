import { headersOf } from "./headers";
import { sessionFlag, tenantOf } from "./tenant";

/** What was asked before the app had come, by method and address. Each answer is taken once. */
interface Asked {
  answer: Promise<Response>;
  at: number;
  /** Whether it was asked as the person of the session. */
  own: boolean;
}

declare global {
  var stakehouseAhead: Map<string, Asked> | undefined;
}

/** An answer older than this may not be true any more; the app asks again itself. */
const FRESH_MS = 10_000;

/** What a page asks: anybody's addresses whole, those of its surface below it. */
export interface Questions {
  /** Asked without a session. */
  house: readonly string[];
  /** Asked by everybody, with a session where there is one. */
  open: readonly string[];
  /** Asked only with a session. */
  own: readonly string[];
  /** What the drawing itself shows; told to anybody, so it waits for no session. */
  told?: string;
}

/**
 * Asks for a session and for what a page shows, while the app itself is still on its way.
 *
 * Only the first script calls this; the app's client takes the answers where it would ask the same. What the drawing
 * shows is answered here.
 */
export function askAhead(base: string, { house, open, own, told }: Questions): Promise<unknown> {
  const tenant = tenantOf(location, localStorage);
  const asked = new Map<string, Asked>();
  const keep = (method: string, url: string, answer: Promise<Response>, isOwn = false) => {
    // Whoever takes the answer hears of its failure; until then nobody does.
    answer.catch(() => undefined);
    asked.set(`${method} ${url}`, { answer, at: Date.now(), own: isOwn });
    return answer;
  };
  const ask = (method: string, url: string, token: string | null) =>
    fetch(url, { method, headers: headersOf(tenant, token), credentials: "same-origin" });

  globalThis.stakehouseAhead = asked;
  for (const url of house) keep("GET", url, ask("GET", url, null));
  if (!localStorage.getItem(sessionFlag(base))) {
    for (const path of open) keep("GET", base + path, ask("GET", base + path, null));
    return bodyOf(told && asked.get(`GET ${base}${told}`)?.answer);
  }
  const forDrawing = told && ask("GET", base + told, null);
  const refresh = `${base}/auth/refresh`;
  const token = keep("POST", refresh, ask("POST", refresh, null)).then(tokenOf);
  for (const path of [...own, ...open]) {
    const answer = token.then((mine) => ask("GET", base + path, mine));
    keep("GET", base + path, answer, true);
  }
  return bodyOf(forDrawing);
}

async function bodyOf(asked: Promise<Response> | string | undefined): Promise<unknown> {
  if (!asked || typeof asked === "string") return undefined;
  const answer = await asked.catch(() => undefined);
  return answer?.ok ? answer.clone().json() : undefined;
}

async function tokenOf(answer: Response): Promise<string> {
  if (!answer.ok) throw new Error("no session");
  const { access_token } = (await answer.clone().json()) as { access_token: string };
  return access_token;
}

/** The answer to a question that was asked ahead and not taken yet; undefined where it has to be asked now. */
export async function takeAhead(method: string, url: string, own: boolean): Promise<Response | undefined> {
  const key = `${method} ${url}`;
  const found = globalThis.stakehouseAhead?.get(key);
  if (!found || found.own !== own) return undefined;
  globalThis.stakehouseAhead?.delete(key);
  if (Date.now() - found.at > FRESH_MS) return undefined;
  return found.answer.catch(() => undefined);
}

/** Forgets what was asked ahead: the session it was asked for is over. */
export function forgetAhead(): void {
  globalThis.stakehouseAhead?.clear();
}

import { forgetAhead, takeAhead } from "./ahead";
import { headersOf } from "./headers";
import type { Intent } from "./intent";
import { NetworkFailure, readProblem } from "./problem";
import { sessionFlag, tenantOf } from "./tenant";

/** What login, confirm and refresh answer. */
export interface Tokens {
  access_token: string;
  token_type: string;
  expires_in: number;
}

export interface Call {
  /** A list of texts repeats its parameter. */
  query?: Record<string, string | number | boolean | readonly string[] | null | undefined>;
  body?: unknown;
  /** Sent as it is instead of a JSON body. */
  content?: Blob;
  /** Sends an `Idempotency-Key`, the same for every retry of the same intent. */
  intent?: Intent;
  signal?: AbortSignal;
  /** Public calls go without the access token and never try to refresh it. */
  anonymous?: boolean;
}

export interface ApiClient {
  request<T>(method: string, path: string, call?: Call): Promise<T>;
  /** Fetches a file, such as an export. */
  file(path: string, query?: Call["query"], method?: string): Promise<Blob>;
  /** Sends a file as it is. */
  upload<T>(path: string, content: Blob): Promise<T>;
  /** Takes the tokens of a sign-in; null forgets them. */
  setTokens(tokens: Tokens | null): void;
  /** Asks for a fresh access token with the refresh cookie; false when there is no session any more. */
  refresh(): Promise<boolean>;
  signedIn(): boolean;
  /** Whether the session ended without its person: revoked, run out, or ended by a protection. */
  lapsed(): boolean;
  /** Takes who asks the person to prove once more that it is them; true lets the refused call go again. */
  onStepUp(ask: () => Promise<boolean>): void;
  /** Calls back when a session began or ended. */
  onSession(listener: (signedIn: boolean) => void): () => void;
}

/** A client of one surface (`/api/player/v1` or `/api/staff/v1`); the access token lives in memory only. */
export function createClient(base: string): ApiClient {
  const listeners = new Set<(signedIn: boolean) => void>();
  let token: string | null = null;
  let lapsed = false;
  let refreshing: Promise<boolean> | null = null;
  let askStepUp: (() => Promise<boolean>) | null = null;
  let asking: Promise<boolean> | null = null;

  function setTokens(tokens: Tokens | null): void {
    const was = token !== null;
    token = tokens?.access_token ?? null;
    lapsed = false;
    if (token) localStorage.setItem(sessionFlag(base), "1");
    else {
      localStorage.removeItem(sessionFlag(base));
      forgetAhead();
    }
    if (was !== (token !== null)) for (const listener of listeners) listener(token !== null);
  }

  async function send(method: string, path: string, call: Call): Promise<Response> {
    const url = base + path + search(call.query);
    const bearer = call.anonymous ? null : token;
    const isPlain = !call.intent && !call.content && call.body === undefined;
    const early = isPlain ? await takeAhead(method, url, bearer !== null) : undefined;
    if (early) return early;
    const headers = headersOf(tenantOf(location, localStorage), bearer);
    if (call.intent) headers.set("idempotency-key", call.intent.keyFor(call.body));
    if (call.content) headers.set("content-type", "application/octet-stream");
    else if (call.body !== undefined) headers.set("content-type", "application/json");
    try {
      return await fetch(url, {
        method,
        headers,
        body: call.content ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
        credentials: "same-origin",
        signal: call.signal,
      });
    } catch (cause) {
      if (call.signal?.aborted) throw cause;
      throw new NetworkFailure(cause);
    }
  }

  async function askRefresh(): Promise<boolean> {
    if (!token && !localStorage.getItem(sessionFlag(base))) return false;
    const response = await send("POST", "/auth/refresh", { anonymous: true });
    if (response.ok) {
      setTokens((await response.json()) as Tokens);
      return true;
    }
    if (response.status < 500 && response.status !== 429) {
      setTokens(null);
      lapsed = true;
    }
    return false;
  }

  /** All calls that met a 401 wait for one refresh; the refresh token may be spent once only. */
  function refresh(): Promise<boolean> {
    refreshing ??= askRefresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  /** Calls refused meanwhile wait for the same dialog. */
  function stepUp(): Promise<boolean> {
    asking ??= (askStepUp?.() ?? Promise.resolve(false)).finally(() => {
      asking = null;
    });
    return asking;
  }

  async function answerTo(method: string, path: string, call: Call, isRepeat = false): Promise<Response> {
    let response = await send(method, path, call);
    if (response.status === 401 && !call.anonymous && (await refresh())) {
      response = await send(method, path, call);
    }
    if (!response.ok) {
      const problem = await readProblem(response);
      if (problem.code === "step_up_required" && !isRepeat && (await stepUp())) {
        return answerTo(method, path, call, true);
      }
      // A final refusal closes the intent; where the outcome is not known yet, the same key is sent again.
      const open = problem.status >= 500 || problem.status === 429 || problem.code.endsWith("in_progress");
      if (!open) call.intent?.done();
      throw problem;
    }
    return response;
  }

  async function request<T>(method: string, path: string, call: Call = {}): Promise<T> {
    const response = await answerTo(method, path, call);
    const answer = response.status === 204 ? undefined : await response.json();
    call.intent?.done();
    return answer as T;
  }

  async function file(path: string, query?: Call["query"], method = "GET"): Promise<Blob> {
    return (await answerTo(method, path, { query })).blob();
  }

  function upload<T>(path: string, content: Blob): Promise<T> {
    return request<T>("POST", path, { content });
  }

  return {
    request,
    file,
    upload,
    setTokens,
    refresh,
    signedIn: () => token !== null,
    lapsed: () => lapsed,
    onStepUp(ask) {
      askStepUp = ask;
    },
    onSession(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function search(query: Call["query"]): string {
  const found = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === "") continue;
    for (const each of Array.isArray(value) ? value : [value]) found.append(key, String(each));
  }
  const text = found.toString();
  return text && `?${text}`;
}

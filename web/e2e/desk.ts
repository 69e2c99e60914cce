import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";

const STAFF = "/api/staff/v1";

/** The staff's surface as one of the first house's staff calls it, for what is not the subject of a story. */
export interface Desk {
  get<T>(path: string): Promise<T>;
  remove(path: string): Promise<void>;
  /** Posts what may be so already. */
  ensure(path: string, body: unknown): Promise<void>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>;
}

/** Signs somebody of the staff in without a browser. */
export async function deskOf(request: APIRequestContext, role: string): Promise<Desk> {
  const headers: Record<string, string> = { "x-tenant": "lucky", "x-requested-with": "stakehouse" };
  async function call<T>(method: string, path: string, data?: unknown, more = {}): Promise<T> {
    const answer = await request.fetch(STAFF + path, { method, data, headers: { ...headers, ...more } });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const tokens = await call<{ access_token: string }>("POST", "/auth/login", {
    email: `${role}@lucky.test`,
    password: process.env.E2E_PASSWORD ?? "",
  });
  headers.authorization = `Bearer ${tokens.access_token}`;
  return {
    remove: (path) => call("DELETE", path),
    ensure: async (path, data) => {
      const answer = await request.post(STAFF + path, { data, headers });
      expect([201, 409], await answer.text()).toContain(answer.status());
    },
    get: (path) => call("GET", path),
    post: (path, body, more) => call("POST", path, body, more),
  };
}

/** The token that a page sends along, once it has sent one. */
export function tokenOf(page: Page): () => string {
  let token = "";
  page.on("request", (sent) => {
    const { authorization } = sent.headers();
    if (authorization) token = authorization;
  });
  return () => token;
}

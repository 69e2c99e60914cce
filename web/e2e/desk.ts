import { randomBytes } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { fromMail } from "./mail.ts";
import { type Colleague, seeded } from "./staff.ts";

const STAFF = "/api/staff/v1";

/** The staff's surface as somebody of the staff calls it, for what is not the subject of a story. */
export interface Desk {
  get<T>(path: string): Promise<T>;
  remove(path: string): Promise<void>;
  /** Posts what may be so already. */
  ensure(path: string, body: unknown): Promise<void>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
}

/** Signs somebody of the staff in without a browser: a role of the first house, or a colleague of any. */
export async function deskOf(request: APIRequestContext, who: string | Colleague): Promise<Desk> {
  const { email, password, tenant } = typeof who === "string" ? seeded(who) : who;
  const headers: Record<string, string> = { "x-tenant": tenant, "x-requested-with": "stakehouse" };
  async function call<T>(method: string, path: string, data?: unknown, more = {}): Promise<T> {
    const answer = await request.fetch(STAFF + path, { method, data, headers: { ...headers, ...more } });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const tokens = await call<{ access_token: string }>("POST", "/auth/login", { email, password });
  headers.authorization = `Bearer ${tokens.access_token}`;
  return {
    remove: (path) => call("DELETE", path),
    ensure: async (path, data) => {
      const answer = await request.post(STAFF + path, { data, headers });
      expect([201, 409], await answer.text()).toContain(answer.status());
    },
    get: (path) => call("GET", path),
    post: (path, body, more) => call("POST", path, body, more),
    put: (path, body) => call("PUT", path, body),
  };
}

/** Brings somebody new onto the staff by invitation; who is known already keeps their password. */
export async function newColleague(
  request: APIRequestContext,
  { role = "analyst", tenant = "lucky", known }: { role?: string; tenant?: string; known?: Colleague } = {},
): Promise<Colleague> {
  const mark = randomBytes(5).toString("hex");
  const who = known
    ? { ...known, tenant }
    : { email: `e2e-${mark}@example.com`, password: `a quiet evening ${mark}`, tenant };
  const owner = await deskOf(request, seeded("owner", tenant));
  await owner.post("/invitations", { email: who.email, name: `Newcomer ${mark}`, role });
  const code = await fromMail(request, who.email, /code: ([\w-]{20,})/, `owner@${tenant}.test`);
  const answer = await request.post(`${STAFF}/auth/invitation`, {
    data: { code, password: who.password },
    headers: { "x-tenant": tenant },
  });
  expect(answer.status(), await answer.text()).toBe(204);
  return who;
}

/** Takes a new house over, by the letter to its owner; who is known already keeps their password. */
export async function takeHouse(request: APIRequestContext, owner: Colleague): Promise<void> {
  const token = await fromMail(request, owner.email, /#(\S+)/, owner.tenant);
  const answer = await request.post(`${STAFF}/invitations/accept`, {
    data: { token, password: owner.password },
    headers: { "x-tenant": owner.tenant },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
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

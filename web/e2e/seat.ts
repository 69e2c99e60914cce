import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { deskOf } from "./desk.ts";
import { codeFor, type Person, stranger } from "./member.ts";

const SURFACE = "/api/player/v1";

/** A member as the player's surface knows them, for what is not the subject of a story. */
export interface Seat {
  person: Person;
  call<T>(method: string, path: string, data?: unknown): Promise<T>;
}

/** Opens an account without its forms; from its next load on the page is signed in. */
export async function seat(page: Page, house = "Lucky", person = stranger()): Promise<Seat> {
  const headers: Record<string, string> = {
    "x-tenant": house.toLowerCase(),
    "x-requested-with": "stakehouse",
  };
  async function call<T>(method: string, path: string, data?: unknown): Promise<T> {
    const answer = await page.request.fetch(SURFACE + path, {
      method,
      data,
      headers: { ...headers, "idempotency-key": randomUUID() },
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const born = { birth_date: "1990-05-17", country: "MT", accept_terms: true };
  const asked = await call<{ details: boolean }>("GET", "/auth/registration");
  const named = asked.details ? { first_name: "Nell", last_name: "Baker", postcode: "SLM 1200" } : {};
  await call("POST", "/auth/register", { ...person, ...born, ...named });
  const code = await codeFor(page, person.email, house);
  const tokens = await call<{ access_token: string }>("POST", "/auth/confirm", { email: person.email, code });
  headers.authorization = `Bearer ${tokens.access_token}`;
  // The cookie is the page's already; the mark tells its first load that there is a session to continue.
  await page.addInitScript((mark) => {
    if (location.protocol === "about:" || sessionStorage.getItem("seated")) return;
    sessionStorage.setItem("seated", "1");
    localStorage.setItem(mark, "1");
  }, `stakehouse.session:${SURFACE}:${house.toLowerCase()}`);
  return { person, call };
}

/** Puts money into a member's wallet, as finance does within its own right. */
export async function fund(page: Page, { call }: Seat, amount: string): Promise<void> {
  const { member_id } = await call<{ member_id: string }>("GET", "/me");
  const finance = await deskOf(page.request, "finance");
  const reason = "Something to play with in a story";
  const booked = await finance.post<{ status: string }>(
    "/adjustments",
    { member_id, account_kind: "main", currency: "EUR", amount, reason },
    { "idempotency-key": randomUUID() },
  );
  expect(booked.status).toBe("booked");
}

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../src";
import { askAhead } from "../src/ahead";
import { sessionFlag } from "../src/tenant";

const BASE = "/api/player/v1";
const tokens = { access_token: "fresh", token_type: "Bearer", expires_in: 900 };
const page = { house: ["/api/player/v1/tenant"], open: ["/games"], own: ["/me"] };

/** What the house was asked, as `GET /path bearer`. */
const asked: string[] = [];
let refresh: () => Response;

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

beforeEach(() => {
  localStorage.clear();
  asked.length = 0;
  refresh = () => answer(200, tokens);
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const bearer = new Headers(init.headers).get("authorization")?.replace("Bearer ", "");
    asked.push([init.method, url.replace(BASE, ""), bearer].filter(Boolean).join(" "));
    return url.endsWith("/auth/refresh") ? refresh() : answer(200, { as: bearer ?? "anybody" });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  globalThis.stakehouseAhead = undefined;
});

describe("what is asked before the app has come", () => {
  it("is not asked again by the app, and not given to it twice", async () => {
    askAhead(BASE, page);
    const client = createClient(BASE);

    expect(await client.request("GET", "/games")).toEqual({ as: "anybody" });
    expect(asked).toEqual(["GET /tenant", "GET /games"]);

    await client.request("GET", "/games");
    expect(asked.filter((one) => one === "GET /games")).toHaveLength(2);
  });

  it("spends the refresh token of a session once, and asks as its person", async () => {
    localStorage.setItem(sessionFlag(BASE), "1");
    askAhead(BASE, page);
    const client = createClient(BASE);

    expect(await client.refresh()).toBe(true);
    expect(await client.request("GET", "/me")).toEqual({ as: "fresh" });
    expect(await client.request("GET", "/games")).toEqual({ as: "fresh" });
    expect(asked).toEqual(["GET /tenant", "POST /auth/refresh", "GET /me fresh", "GET /games fresh"]);
  });

  it("is asked by the app itself where the session was over", async () => {
    localStorage.setItem(sessionFlag(BASE), "1");
    refresh = () => answer(401, { code: "unauthenticated", status: 401 });
    askAhead(BASE, page);
    const client = createClient(BASE);

    expect(await client.refresh()).toBe(false);
    expect(client.lapsed()).toBe(true);
    expect(await client.request("GET", "/games")).toEqual({ as: "anybody" });
    expect(asked).toEqual(["GET /tenant", "POST /auth/refresh", "GET /games"]);
  });

  it("is not given to somebody else: what anybody was told is no answer to a person", async () => {
    askAhead(BASE, page);
    const client = createClient(BASE);
    client.setTokens(tokens);

    expect(await client.request("GET", "/games")).toEqual({ as: "fresh" });
  });

  it("is forgotten when its session ends", async () => {
    localStorage.setItem(sessionFlag(BASE), "1");
    askAhead(BASE, page);
    const client = createClient(BASE);
    await client.refresh();

    client.setTokens(null);
    client.setTokens({ ...tokens, access_token: "another" });

    expect(await client.request("GET", "/me")).toEqual({ as: "another" });
  });

  it("does not count when it is old", async () => {
    vi.useFakeTimers();
    askAhead(BASE, page);
    vi.advanceTimersByTime(10_001);

    await createClient(BASE).request("GET", "/games");
    expect(asked).toEqual(["GET /tenant", "GET /games", "GET /games"]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient, Intent, isProblem, tenantOf } from "../src";

const tokens = { access_token: "fresh", token_type: "Bearer", expires_in: 900 };

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === null ? null : JSON.stringify(body), { status, headers });
}

function headersOf(call: unknown[]): Headers {
  return (call[1] as RequestInit).headers as Headers;
}

describe("the API client", () => {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

  beforeEach(() => {
    localStorage.clear();
    fetched.mockReset();
    vi.stubGlobal("fetch", fetched);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("refreshes once for all calls that met a 401, then repeats them", async () => {
    let signedIn = false;
    fetched.mockImplementation(async (url) => {
      if (url.endsWith("/auth/refresh")) {
        signedIn = true;
        return answer(200, tokens);
      }
      return signedIn ? answer(200, { ok: true }) : answer(401, { code: "unauthenticated", status: 401 });
    });
    const client = createClient("/api");
    client.setTokens({ ...tokens, access_token: "stale" });

    const answers = await Promise.all([
      client.request("GET", "/a"),
      client.request("GET", "/b"),
      client.request("GET", "/c"),
    ]);

    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(fetched.mock.calls.filter(([url]) => url.endsWith("/auth/refresh"))).toHaveLength(1);
  });

  it("asks once for all calls that need step-up, then repeats each of them once", async () => {
    let proved = false;
    fetched.mockImplementation(async () =>
      proved ? answer(200, { ok: true }) : answer(403, { code: "step_up_required", status: 403 }),
    );
    const client = createClient("/api");
    const ask = vi.fn(async () => {
      proved = true;
      return true;
    });
    client.onStepUp(ask);

    const answers = await Promise.all([client.request("POST", "/a"), client.request("POST", "/b")]);

    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it("hands on the refusal where the person does not step up", async () => {
    fetched.mockResolvedValue(answer(403, { code: "step_up_required", status: 403 }));
    const client = createClient("/api");
    client.onStepUp(async () => false);

    await expect(client.request("POST", "/a")).rejects.toSatisfy((error) =>
      isProblem(error, "step_up_required"),
    );
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("tells when the session is over", async () => {
    fetched.mockResolvedValue(answer(401, { code: "unauthenticated", status: 401 }));
    const client = createClient("/api");
    client.setTokens(tokens);
    const told: boolean[] = [];
    client.onSession((signedIn) => told.push(signedIn));

    await expect(client.request("GET", "/me")).rejects.toSatisfy((error) =>
      isProblem(error, "unauthenticated"),
    );

    expect(told).toEqual([false]);
    expect(client.signedIn()).toBe(false);
  });

  it("repeats an act with the same key until an answer arrives, then takes a new one", async () => {
    const client = createClient("/api");
    const intent = new Intent();
    const body = { stake: "1.00" };
    fetched.mockRejectedValueOnce(new TypeError("lost"));
    fetched.mockResolvedValueOnce(answer(503, { code: "unavailable", status: 503 }));
    fetched.mockImplementation(async () => answer(201, { ok: true }));

    await expect(client.request("POST", "/bets", { body, intent })).rejects.toThrow("network");
    await expect(client.request("POST", "/bets", { body, intent })).rejects.toSatisfy((error) =>
      isProblem(error),
    );
    await client.request("POST", "/bets", { body, intent });
    await client.request("POST", "/bets", { body, intent });

    const keys = fetched.mock.calls.map((call) => headersOf(call).get("idempotency-key"));
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it("takes a new key when the person asks for something else", () => {
    const intent = new Intent();
    const first = intent.keyFor({ stake: "1.00" });
    expect(intent.keyFor({ stake: "1.00" })).toBe(first);
    expect(intent.keyFor({ stake: "2.00" })).not.toBe(first);
  });

  it("reads problem documents, with the sentence of each field and the trace id", async () => {
    const errors = [{ field: "body.amount", detail: "Too small." }];
    const document = { status: 422, code: "validation_failed", detail: "Check the fields.", errors };
    fetched.mockResolvedValue(answer(422, document, { "x-request-id": "abc" }));

    const problem = await createClient("/api")
      .request("POST", "/x", { body: {} })
      .catch((error) => error);

    expect(problem).toMatchObject({
      code: "validation_failed",
      message: "Check the fields.",
      fields: { amount: "Too small." },
      traceId: "abc",
    });
  });

  it("names the tenant only where the host cannot", () => {
    expect(tenantOf({ hostname: "play.example", search: "?tenant=resort" }, localStorage)).toBeNull();
    expect(tenantOf({ hostname: "127.0.0.1", search: "" }, localStorage)).toBe("lucky");
    expect(tenantOf({ hostname: "localhost", search: "?tenant=resort" }, localStorage)).toBe("resort");
    expect(tenantOf({ hostname: "localhost", search: "" }, localStorage)).toBe("resort");
  });
});

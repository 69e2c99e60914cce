import type { Page } from "@playwright/test";
import { look } from "./looking.ts";
import { signIn } from "./member.ts";
import { FOR_MEMBERS, FOR_STRANGERS, FOR_THOSE_KEPT_OUT } from "./pages.ts";
import { fund, type Seat, seat } from "./seat.ts";
import { expect, test } from "./story.ts";

test("strangers: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({
  page,
  complaints,
}) => {
  complaints.foresee(/\/auth\/(visit|telegram\/openid\/finish)$/, 401);
  complaints.foresee(/\/auth\/(visit|telegram\/openid\/finish)$/, 422);
  for (const address of FOR_STRANGERS) await look(page, address);
});

test("members: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({ page }) => {
  const member = await seat(page);
  const known = await lifeOf(page, member);
  for (const address of FOR_MEMBERS) await look(page, address.replace("$id", known[address] ?? ""));

  for (const [address, button] of [
    ["/account/limits", /^Set.*Stakes, Day$/],
    ["/account/break", "Start the break"],
    ["/account/break", "Exclude me"],
    ["/account/complaints", "File a complaint"],
    ["/account/security", "Set up"],
  ] as const)
    await look(page, address, async () => {
      await page.getByRole("button", { name: button }).first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
    });
});

test("those kept out and the reality check: nothing keeps anybody out @look", async ({
  page,
  complaints,
}) => {
  const member = await seat(page);
  await fund(page, member, "20.00");
  await test.step("the reality check stands over the game", async () => {
    // Its shortest interval is long for a story: the clock is the house's, only the check is due.
    await page.route(/\/play-clock$/, async (route) => {
      const response = await route.fetch();
      const clock = await response.json();
      const result = { currency: "EUR", wagered: "41.00", won: "38.50", net: "-2.50" };
      const since = new Date(Date.now() - 3_600_000).toISOString();
      clock.session = { ...clock.session, since, seconds: 3600, results: [result] };
      clock.reality_check.is_due = true;
      await route.fulfill({ response, json: clock });
    });
    await look(page, "/games/dice", () => expect(page.getByRole("dialog")).toBeVisible());
    await page.unroute(/\/play-clock$/);
  });

  complaints.foresee(/\/api\/player\/v1\//, 401);
  complaints.foresee(/\/api\/player\/v1\/auth\/login$/, 423);
  complaints.foresee(/\/api\/player\/v1\/play-clock$/, 403);
  await member.call("POST", "/exclusion", { kind: "self_exclusion", term: "P6M", everywhere: false });
  await signIn(page, member.person);
  await page.getByRole("button", { name: "Be paid out" }).click();
  // The session lives in the page alone, so it is walked and not addressed.
  await look(page, FOR_THOSE_KEPT_OUT[0], async () => undefined, true);
  await page.getByRole("main").getByRole("link", { name: "Withdraw" }).click();
  await look(page, FOR_THOSE_KEPT_OUT[1], async () => undefined, true);
});

/** Gives a member something to show on every page; answers what `$id` stands for in an address. */
async function lifeOf(page: Page, member: Seat): Promise<Record<string, string>> {
  const { call } = member;
  const made = async (path: string, body: unknown) => (await call<{ id: string }>("POST", path, body)).id;
  const money = { amount: "20.00", currency: "EUR", method: "sandpay" };
  const destination = { account: "MT84MALT011000012345MTLCAST001S" };
  await fund(page, member, "50.00");
  const stake = { currency: "EUR", stake: "1.00" };
  const even = { target: "50.00", direction: "under" };
  const { round } = await call<{ round: { id: string } }>("POST", "/bets", {
    ...stake,
    game: "dice",
    choices: even,
  });
  await call("POST", "/bets", { ...stake, game: "mines", choices: { mines: 3 } });
  const complaint = { category: "game", subject: "My win is missing", text: "I won and saw nothing." };
  return {
    "/rounds/$id": round.id,
    "/wallet/deposits/$id": await made("/deposits", money),
    "/wallet/withdrawals/$id": await made("/withdrawals", { ...money, destination }),
    "/account/complaints/$id": await made("/complaints", complaint),
  };
}

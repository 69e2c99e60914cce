import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { signIn } from "./member.ts";
import { FOR_MEMBERS, FOR_STRANGERS, FOR_THOSE_KEPT_OUT } from "./pages.ts";
import { fund, type Seat, seat } from "./seat.ts";
import { signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

const FOR_STAFF = [
  "/backoffice/",
  "/backoffice/members",
  "/backoffice/withdrawals?status=all",
  "/backoffice/deposits",
  "/backoffice/approvals",
  "/backoffice/rounds",
  "/backoffice/audit",
  "/backoffice/ledger",
  "/backoffice/games",
  "/backoffice/jackpots",
  "/backoffice/kyc",
  "/backoffice/security",
  "/backoffice/team",
  "/backoffice/roles",
  "/backoffice/aml-cases",
  "/backoffice/watchlists",
  "/backoffice/monitoring",
  "/backoffice/harm",
  "/backoffice/significant-events",
  "/backoffice/complaints",
  "/backoffice/evidence",
  "/backoffice/settings",
  "/backoffice/settings/jurisdiction",
  "/backoffice/hosts",
];

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

test("staff: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({ page }) => {
  await look(page, "/backoffice/sign-in");
  await signInAs(page, "owner");
  for (const address of FOR_STAFF) await look(page, address);
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

/** Looks at a page light and wide, then dark and narrow, and finds nothing to complain about. */
async function look(
  page: Page,
  address: string,
  act?: () => Promise<unknown>,
  isThere = false,
): Promise<void> {
  await test.step(address, async () => {
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: "light" });
    if (!isThere) await page.goto(address);
    await settled(page);
    await act?.();
    await settled(page);
    await expectNoBarrier(page, `${address}, light, desktop`);

    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: "dark" });
    await settled(page);
    await expectNoBarrier(page, `${address}, dark, phone`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(wide, `${address}: pixels beyond a phone's screen`).toBeLessThanOrEqual(0);
  });
}

/** The data is there and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await expect(page.locator("[aria-busy=true], .skeleton")).toHaveCount(0);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((each) => each.finished),
    ),
  );
}

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect.soft(found, where).toEqual([]);
}

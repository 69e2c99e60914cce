import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { bet, deposit, join, openSafeTile } from "./member.ts";
import { signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

const FOR_STRANGERS = [
  "/",
  "/register",
  "/confirm?email=someone@example.com",
  "/sign-in",
  "/forgot",
  "/fairness/verify",
];

const FOR_MEMBERS = [
  "/",
  "/games/dice",
  "/games/limbo",
  "/games/slots",
  "/games/roulette",
  "/games/mines",
  "/wallet",
  "/wallet/deposit",
  "/wallet/withdraw",
  "/history",
  "/history?tab=rounds",
  "/fairness",
  "/account",
  "/account/limits",
  "/account/break",
  "/account/sessions",
  "/account/security",
  "/account/sign-in",
  "/account/verification",
  "/account/data",
];

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

test("strangers: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({ page }) => {
  for (const address of FOR_STRANGERS) await look(page, address);
});

test("members: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({ page }) => {
  await join(page);
  await deposit(page, "20");
  await bet(page, "dice");
  await openSafeTile(page, 1, 1);
  for (const address of FOR_MEMBERS) await look(page, address);
});

test("staff: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({ page }) => {
  await look(page, "/backoffice/sign-in");
  await signInAs(page, "owner");
  for (const address of FOR_STAFF) await look(page, address);
});

/** Looks at a page light and wide, then dark and narrow, and finds nothing to complain about. */
async function look(page: Page, address: string): Promise<void> {
  await test.step(address, async () => {
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(address);
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

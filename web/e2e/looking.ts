import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./story.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

/** Looks at a page light and wide, then dark and narrow, and finds nothing to complain about. */
export async function look(
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
    await kept(page, address, "desktop");
    await expectNoBarrier(page, `${address}, light, desktop`);

    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: "dark" });
    await settled(page);
    await kept(page, address, "phone");
    await expectNoBarrier(page, `${address}, dark, phone`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(wide, `${address}: pixels beyond a phone's screen`).toBeLessThanOrEqual(0);
  });
}

let pictures = 0;

/** With E2E_SHOTS, a folder, a picture of each page is kept for people to look at. */
async function kept(page: Page, address: string, size: string): Promise<void> {
  const folder = process.env.E2E_SHOTS;
  if (!folder) return;
  const name = address.replace(/[0-9a-f-]{36}|#.*/g, "").replace(/[^a-z]+/gi, "-");
  await page.screenshot({ path: `${folder}/${String(++pictures).padStart(3, "0")}${name}-${size}.png` });
}

/** The data is there and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await expect(page.locator("[aria-busy=true], .shimmer")).toHaveCount(0);
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

import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

test("a name on a watchlist: found across scripts, explained, decided by keyboard, and frozen by two", async ({
  page,
}) => {
  await signInAs(page, "compliance");

  await goTo(page, "Watchlists");
  await expect(page.getByRole("heading", { name: "Invented people" })).toBeVisible();
  await expect(page.getByText("In force", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Try a name" }).click();
  const trying = page.getByRole("dialog");
  await trying.getByLabel("Name", { exact: true }).fill("Karim Zahwani");
  await trying.getByRole("button", { name: "Search" }).click();
  await expect(trying.getByText("كريم الزهواني").first()).toBeVisible();
  await page.keyboard.press("Escape");

  await goTo(page, "Cases");
  await page.getByRole("link", { name: /Родион Скворченко/ }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("region", { name: "The member" })).toContainText("Родион Скворченко");
  await expect(panel.getByRole("region", { name: "Why it was found" })).toContainText("%");
  await page.keyboard.press("a");
  await expect(panel.getByText("Assigned", { exact: true }).first()).toBeVisible();

  await panel.getByRole("button", { name: "Freeze" }).click();
  const asking = page.getByRole("dialog").last();
  await asking.getByRole("textbox").fill("The name and the birth date fit.");
  await asking.getByRole("button", { name: "Freeze" }).click();
  await expect(panel.getByText("This account is frozen")).toBeVisible();
});

test("a monitoring rule is tried before it counts", async ({ page }) => {
  await signInAs(page, "compliance");
  await goTo(page, "Monitoring");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Large deposit" })
    .getByRole("button", { name: "Change" })
    .click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("From this amount on").fill("1.00");
  await panel.getByRole("button", { name: "Try on the last 30 days" }).click();
  await expect(panel.getByText(/It would have raised \d+ observations/)).toBeVisible();
});

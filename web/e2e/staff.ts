import { expect, type Page } from "@playwright/test";

/** Signs a member of the staff of the first house in. */
export async function signInAs(
  page: Page,
  role: "owner" | "finance" | "support" | "compliance" | "analyst",
): Promise<void> {
  await page.goto("/backoffice/");
  await page.getByLabel("E-mail").fill(`${role}@lucky.test`);
  await page.getByRole("textbox", { name: "Password" }).fill(process.env.E2E_PASSWORD ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
}

/** Goes to a place of the back-office by its menu. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: place }).click();
  await expect(page.getByRole("heading", { level: 1, name: place })).toBeVisible();
}

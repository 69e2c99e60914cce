import { expect, type Page } from "@playwright/test";

/** Somebody of a house's staff, as they sign in. */
export interface Colleague {
  email: string;
  password: string;
  /** The house, by its slug. */
  tenant: string;
}

/** Somebody of the seeded staff; the first house's, if no other is named. */
export function seeded(role: string, tenant = "lucky"): Colleague {
  return { email: `${role}@${tenant}.test`, password: process.env.E2E_PASSWORD ?? "", tenant };
}

/** Somebody of the platform's staff, at the first house's back-office. */
function ofPlatform(name: string): Colleague {
  return {
    email: `${name}@stakehouse.test`,
    get password() {
      return process.env.E2E_PASSWORD ?? "";
    },
    tenant: "lucky",
  };
}

/** The platform's administrators: what closes a house for good takes both. */
export const ROOT = ofPlatform("root");
export const SECOND = ofPlatform("second");

/** Signs somebody in at the back-office of their house. */
export async function signInWith(page: Page, who: Colleague): Promise<void> {
  await page.goto(`/backoffice/sign-in?tenant=${who.tenant}`);
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByRole("textbox", { name: "Password" }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
}

/** Signs a member of the staff of the first house in. */
export async function signInAs(
  page: Page,
  role: "owner" | "finance" | "support" | "compliance" | "analyst",
): Promise<void> {
  await signInWith(page, seeded(role));
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
}

/** Goes to a place of the back-office by its menu. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: place }).click();
  await expect(page.getByRole("heading", { level: 1, name: place })).toBeVisible();
}

/** Finds a member of the house and opens their page. */
export async function openMember(page: Page, person: { email: string; username: string }): Promise<void> {
  await goTo(page, "Members");
  await page.getByRole("textbox", { name: "Name, e-mail or id" }).fill(person.email);
  await page.getByRole("link", { name: person.username }).click();
  await expect(page.getByRole("heading", { level: 1, name: person.username })).toBeVisible();
}

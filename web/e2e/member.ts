import { randomBytes } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { fromMail } from "./mail.ts";

export interface Person {
  email: string;
  username: string;
  password: string;
}

/** Somebody whom the house has never seen. */
export function stranger(): Person {
  const mark = randomBytes(5).toString("hex");
  return { email: `e2e-${mark}@example.com`, username: `e2e_${mark}`, password: `a long sentence ${mark}` };
}

/** Opens an account as a person does: the form, the letter with the code, the code. */
export async function join(page: Page): Promise<Person> {
  const person = stranger();
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Open an account" }).click();
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Name in the house").fill(person.username);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByLabel("Date of birth").fill("1990-05-17");
  await page.getByLabel("Country").selectOption("MT");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send me the code" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  // A complete code sends itself.
  await page.getByLabel("Six-digit code").fill(await codeFor(page, person.email));
  await expect(page.getByText("Welcome. Your account is open.")).toBeVisible();
  return person;
}

/** The code of the newest letter to an address, whose subject holds some words. */
export function codeFor(page: Page, email: string, about = ""): Promise<string> {
  return fromMail(page.request, email, /\b\d{6}\b/, about);
}

/** Signs a known person in, from the page of sign-in or from where a page led there. */
export async function signIn(
  page: Page,
  person: Pick<Person, "email" | "password">,
  from = "/sign-in",
): Promise<void> {
  if (page.url() !== from) await page.goto(from);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** What the bar on top says one has, such as `€50.00`. */
export function balance(page: Page): Locator {
  return page.getByRole("button", { name: "Balance; choose the currency" });
}

/** Goes to the cashier, pays on the payment service's own page and comes back with the money. */
export async function deposit(page: Page, whole: string): Promise<void> {
  await page.getByRole("banner").getByRole("link", { name: "Deposit" }).click();
  await page.getByLabel("Amount", { exact: true }).fill(whole);
  await page.getByRole("button", { name: `Deposit €${whole}.00` }).click();
  await page.getByRole("button", { name: `Pay ${whole}.00 EUR` }).click();
  await expect(page.getByText("It is in your balance.")).toBeVisible();
}

/** Asks for a withdrawal and stays on its page. */
export async function withdraw(page: Page, whole: string): Promise<void> {
  await page.goto("/wallet/withdraw");
  await page.getByLabel("Amount", { exact: true }).fill(whole);
  await page.getByLabel("Where to").fill("MT84MALT011000012345MTLCAST001S");
  await page.getByRole("button", { name: `Withdraw €${whole}.00` }).click();
  await expect(page.getByText("Held for you. It leaves as soon as it is approved.")).toBeVisible();
}

/** The line that tells what came of a bet. */
export function told(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: /You won|came back|is gone/ });
}

/** Opens a game and bets what stands in the stake field. */
export async function bet(page: Page, slug: string): Promise<void> {
  await page.goto(`/games/${slug}`);
  await page.getByRole("button", { name: /^Bet €/ }).click();
  await expect(told(page)).toBeVisible();
}

/** A tile of the mines by its place in the reader's count. */
export function tile(page: Page, row: number, column: number): Locator {
  return page.getByRole("button", { name: new RegExp(`^Row ${row}, column ${column}:`) });
}

/** Starts rounds of mines until the first tile was a safe one: one mine lies under twenty-five tiles. */
export async function openSafeTile(page: Page, row: number, column: number): Promise<void> {
  await page.goto("/games/mines");
  await page.getByRole("button", { name: "1", exact: true }).click();
  await expect(async () => {
    await page.getByRole("button", { name: /^Bet €/ }).click();
    await tile(page, row, column).click();
    await expect(tile(page, row, column)).toHaveAccessibleName(/safe|mine, opened/);
    await expect(tile(page, row, column)).toHaveAccessibleName(/safe/, { timeout: 1 });
  }).toPass();
}

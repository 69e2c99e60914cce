import { readFileSync } from "node:fs";
import { join as path } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { codeFor, type Person } from "./member.ts";

/** Where the simulated register of this house is. */
export function sandstop(): string {
  const house = JSON.parse(readFileSync(path(process.env.E2E_HOME ?? "", "house.json"), "utf8"));
  return `http://127.0.0.1:${house.ports.sandstop}`;
}

/** The key that the register gives a house. */
export async function keyFor(request: APIRequestContext, house: string): Promise<string> {
  const given = await request.post(`${sandstop()}/operator/keys`, {
    form: { house },
    headers: { accept: "application/json" },
  });
  return (await given.json()).key;
}

/** Fills the form of a house that asks a register, and brings the code. */
export async function apply(page: Page, house: string, person: Person, lastName: string): Promise<void> {
  await page.goto(`/register?tenant=${house}`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Name in the house").fill(person.username);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByLabel("Date of birth").fill("1990-05-17");
  await page.getByLabel("Country").selectOption("MT");
  await page.getByLabel("First name").fill("Nell");
  await page.getByLabel("Last name").fill(lastName);
  await page.getByLabel("Postcode").fill(lastName === "Archer" ? "VLT 1117" : "SLM 1200");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send me the code" }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(page, person.email));
}

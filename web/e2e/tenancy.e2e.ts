import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { join } from "./member.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

/** The newest mail to an address, as the embedded house shows it. */
async function mailTo(page: Page, address: string): Promise<string> {
  let text = "";
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/dev/mailbox?to=${encodeURIComponent(address)}`);
      text = (await answer.json()).items[0]?.text ?? "";
      return text;
    })
    .not.toBe("");
  return text;
}

async function signInAsRoot(page: Page): Promise<void> {
  await page.goto("/backoffice/");
  await page.getByLabel("E-mail").fill("root@stakehouse.test");
  await page.getByRole("textbox", { name: "Password" }).fill(process.env.E2E_PASSWORD ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
}

test("a complaint: filed by a member, answered by the house, accepted", async ({ page, another }) => {
  await join(page);
  await page.goto("/account/complaints");
  await page.getByRole("button", { name: "File a complaint" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("In one line").fill("My win is missing");
  await dialog.getByLabel("What happened").fill("I won at dice and saw nothing.");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Complaint \d+$/ })).toBeVisible();

  const desk = await another();
  await signInAs(desk, "support");
  await goTo(desk, "Complaints");
  await desk
    .getByRole("link", { name: /My win is missing/ })
    .first()
    .click();
  const panel = desk.getByRole("dialog");
  await panel.getByLabel("Your words").fill("It is on your account now. Sorry.");
  await panel.getByRole("button", { name: "Answer the member" }).click();
  await expect(panel.getByText("Answered")).toBeVisible();

  await page.reload();
  await expect(page.getByText("It is on your account now. Sorry.")).toBeVisible();
  await page.getByRole("button", { name: "Accept the answer" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
});

test("evidence: a pack is asked for, built and downloaded", async ({ page }) => {
  await signInAs(page, "owner");
  await goTo(page, "Evidence");
  await page.getByRole("button", { name: "New pack" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("From").fill("2020-01-01");
  await dialog.getByRole("textbox", { name: "Why" }).fill("The regulator asks");
  await dialog.getByRole("button", { name: "Build the pack" }).click();
  const pack = page.getByRole("region", { name: "The regulator asks" });
  await expect(pack.getByRole("button", { name: "Download" })).toBeVisible({ timeout: 30_000 });
  const coming = page.waitForEvent("download");
  await pack.getByRole("button", { name: "Download" }).click();
  const file = await (await coming).path();
  expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
});

test("a tenant is opened by the platform and its owner signs in", async ({ page, another }) => {
  const slug = `nova${Date.now().toString(36)}`;
  await signInAsRoot(page);
  await goTo(page, "Tenants");
  await page.getByRole("button", { name: "Open a tenant" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Short name").fill(slug);
  await dialog.getByLabel("Name of the operator").fill("Nova Ltd");
  await dialog.getByLabel("Law").fill("MT");
  await dialog.getByLabel("Support address").fill(`help@${slug}.test`);
  await dialog.getByLabel("Owner’s name").fill("Nora");
  await dialog.getByLabel("Owner’s address").fill(`owner@${slug}.test`);
  await dialog.getByRole("button", { name: "Open and invite" }).click();
  await expect(page.getByRole("link", { name: new RegExp(slug) })).toBeVisible();

  const token = /#(\S+)/.exec(await mailTo(page, `owner@${slug}.test`))?.[1] ?? "";
  const owner = await another();
  await owner.goto(`/backoffice/invitation?tenant=${slug}#${token}`);
  await owner.getByRole("textbox", { name: "New password" }).fill("a long and quiet evening");
  await owner.getByRole("button", { name: "Go on" }).click();
  await owner.getByLabel("E-mail").fill(`owner@${slug}.test`);
  await owner.getByRole("textbox", { name: "Password" }).fill("a long and quiet evening");
  await owner.getByRole("button", { name: "Sign in" }).click();
  await expect(owner.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
});

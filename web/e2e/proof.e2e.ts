import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Download, Page } from "@playwright/test";
import { deskOf } from "./desk.ts";
import { bet, deposit, join } from "./member.ts";
import { goTo, openMember, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

const STAKEHOUSE = fileURLToPath(new URL("../../.venv/bin/stakehouse", import.meta.url));

/** What a command prints about the books of the first house; it must do well. */
function books(command: "seal" | "verify"): string {
  const env = { ...process.env, STAKEHOUSE_HOME: process.env.E2E_HOME };
  const done = spawnSync(STAKEHOUSE, ["ledger", command, "--tenant", "lucky"], { env, encoding: "utf8" });
  expect(done.status, done.stdout + done.stderr).toBe(0);
  return done.stdout;
}

/** The content of the file that a click brings. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<[string, Download]> {
  const coming = page.waitForEvent("download");
  await click();
  const download = await coming;
  return [readFileSync(await download.path(), "utf8"), download];
}

test("a round of a member: recalled, its record read and saved, all of them exported", async ({
  page,
  another,
}) => {
  const member = await another();
  const person = await join(member);
  await deposit(member, "20");
  await bet(member, "dice");

  await signInAs(page, "compliance");
  await openMember(page, person);
  await page.getByRole("tab", { name: "Rounds" }).click();
  const records = page.getByRole("region", { name: "Records of rounds" });

  await test.step("the records of a time come as one file", async () => {
    const [csv, file] = await downloaded(page, () =>
      records.getByRole("button", { name: "Save as CSV" }).click(),
    );
    expect(file.suggestedFilename()).toMatch(/^rounds-.*\.csv$/);
    const [head = "", ...rows] = csv.trim().split(/\r?\n/);
    expect(head).toContain("funds_at_start");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("dice");
  });

  await test.step("the round shows what it moved, and what a regulator asks beyond it", async () => {
    await page.getByRole("row").filter({ hasText: "Dice" }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Dice" })).toBeVisible();
    const record = page.locator("section").filter({ has: page.getByRole("heading", { name: "Record" }) });
    await expect(record.getByText("Funds before")).toBeVisible();
    await expect(record.getByText("€20.00").first()).toBeVisible();
    const [json, file] = await downloaded(page, () =>
      record.getByRole("button", { name: "Save as JSON" }).click(),
    );
    expect(file.suggestedFilename()).toMatch(/^round-.*\.json$/);
    expect(JSON.parse(json)).toMatchObject({ currency: "EUR", funds_at_start: "20.00" });
  });
});

test("the audit trail: found by who, what and when, read with before and after, exported, sealed", async ({
  page,
  request,
}) => {
  const owner = await deskOf(request, "owner");
  const before = await owner.get<{ items: { category: string; version: number; value: object }[] }>(
    "/settings",
  );
  const limits = before.items.find(({ category }) => category === "sign_in");
  const reason = `A story of ${Date.now()}`;
  await owner.put("/settings/sign_in", {
    version: limits?.version,
    value: { ...limits?.value, lock_minutes_max: 60 + (Date.now() % 900) },
    reason,
  });

  await signInAs(page, "owner");
  await goTo(page, "Audit trail");
  await test.step("filters narrow it to one act", async () => {
    await page.getByRole("combobox", { name: "Act" }).selectOption({ label: "Settings" });
    await page.getByRole("textbox", { name: "By" }).fill("owner@lucky.test");
    await page.getByRole("textbox", { name: "By" }).press("Enter");
    const today = new Date().toISOString().slice(0, 10);
    await page.getByLabel("From").fill(today);
    await expect(page).toHaveURL(/actor=owner.*from=|from=.*actor=owner/);
    await expect(page.getByRole("row").filter({ hasText: reason })).toHaveCount(1);
    await expect(page.getByRole("row").filter({ hasText: "Staff signed in" })).toHaveCount(0);
  });

  await test.step("the entry shows what was and what is", async () => {
    await page.getByRole("row").filter({ hasText: reason }).getByRole("link").first().click();
    const entry = page.getByRole("dialog");
    await expect(entry).toContainText(reason);
    await expect(entry.getByRole("deletion")).not.toHaveCount(0);
    await expect(entry.getByRole("insertion")).not.toHaveCount(0);
    await page.keyboard.press("Escape");
  });

  await test.step("the export holds what the filters show, and is recorded itself", async () => {
    const [csv] = await downloaded(page, () => page.getByRole("button", { name: "Export" }).click());
    expect(csv).toContain(reason);
    expect(csv).not.toContain("staff.signed_in");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page.getByRole("row").filter({ hasText: "Audit exported" }).first()).toBeVisible();
  });

  await test.step("the seals of the trail stand, and verifying finds nothing changed", async () => {
    // The clock would, every ten minutes.
    const sealed = books("seal");
    await goTo(page, "Ledger check");
    await expect(page.getByText("The books balance")).toBeVisible();
    const seal = page.getByRole("table", { name: "Seals" }).getByRole("row").filter({ hasText: "Audit" });
    await expect(seal.first()).toBeVisible();
    const hash = /audit_trail\s+\d+\s+([0-9a-f]{64})/.exec(sealed)?.[1];
    await expect(seal.first()).toContainText(String(hash).slice(0, 10));
    expect(books("verify")).toContain("Everything holds");
  });
});

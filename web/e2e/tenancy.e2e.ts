import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fromMail } from "./mail.ts";
import { join } from "./member.ts";
import { goTo, ROOT, signInAs, signInWith } from "./staff.ts";
import { expect, test } from "./story.ts";

const STAKEHOUSE = fileURLToPath(new URL("../../.venv/bin/stakehouse", import.meta.url));

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

test("evidence: a pack is built and downloaded, and verifies; a regulator only looks", async ({
  page,
  another,
}) => {
  await signInAs(page, "owner");
  await goTo(page, "Evidence");
  await page.getByRole("button", { name: "New pack" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("From").fill("2020-01-01");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The regulator asks");
  await dialog.getByRole("button", { name: "Build the pack" }).click();
  const pack = page.getByRole("region", { name: "The regulator asks" });
  await expect(pack.getByRole("button", { name: "Download" })).toBeVisible({ timeout: 30_000 });
  const coming = page.waitForEvent("download");
  await pack.getByRole("button", { name: "Download" }).click();
  const file = await (await coming).path();
  const verified = spawnSync(STAKEHOUSE, ["evidence", "verify", file], { encoding: "utf8" });
  expect(verified.status, verified.stdout + verified.stderr).toBe(0);
  const altered = `${file}.altered`;
  const content = readFileSync(file);
  content.writeUInt8(content.readUInt8(content.length >> 1) ^ 0xff, content.length >> 1);
  writeFileSync(altered, content);
  expect(spawnSync(STAKEHOUSE, ["evidence", "verify", altered]).status).not.toBe(0);

  const regulator = await another();
  await regulator.goto("/backoffice/");
  await regulator.getByLabel("E-mail").fill("regulator@lucky.test");
  await regulator.getByRole("textbox", { name: "Password" }).fill(process.env.E2E_PASSWORD ?? "");
  await regulator.getByRole("button", { name: "Sign in" }).click();
  await goTo(regulator, "Evidence");
  await expect(regulator.getByRole("region", { name: "The regulator asks" })).toBeVisible();
  await expect(regulator.getByRole("button", { name: "New pack" })).toHaveCount(0);

  await goTo(page, "Audit trail");
  await expect(page.getByText("regulator@lucky.test").first()).toBeVisible();
});

test("a tenant is opened by the platform and its owner signs in", async ({ page, another, complaints }) => {
  complaints.foresee(/\/api\/staff\/v1\/dashboard$/, 403);
  const slug = `nova${Date.now().toString(36)}`;
  await signInWith(page, ROOT);
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

  const token = await fromMail(page.request, `owner@${slug}.test`, /#(\S+)/);
  const owner = await another();
  await owner.goto(`/backoffice/invitation?tenant=${slug}#${token}`);
  await owner.getByRole("textbox", { name: "New password" }).fill("a long and quiet evening");
  await owner.getByRole("button", { name: "Go on" }).click();
  await owner.getByLabel("E-mail").fill(`owner@${slug}.test`);
  await owner.getByRole("textbox", { name: "Password" }).fill("a long and quiet evening");
  await owner.getByRole("button", { name: "Sign in" }).click();
  await expect(owner.getByText("Set up a second factor")).toBeVisible();
});

test("markers of harm: a case is taken, a contact recorded, and the case closed", async ({ page }) => {
  await signInAs(page, "compliance");
  await goTo(page, "Markers of harm");
  await page.getByRole("link", { name: /carla/ }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("5 changes of limits within thirty days.")).toBeVisible();
  await panel.getByRole("button", { name: "Take the case" }).click();
  await expect(panel.getByRole("button", { name: "Take the case" })).toHaveCount(0);
  await panel.getByRole("button", { name: "Record a contact" }).click();
  await panel.getByLabel("What was said").fill("Told her how limits work; she keeps the lowest.");
  await panel.getByRole("button", { name: "Record a contact" }).last().click();
  await expect(panel.getByText("Told her how limits work; she keeps the lowest.")).toBeVisible();
  await panel.getByRole("button", { name: "Close the case" }).click();
  await panel.getByRole("textbox", { name: "Reason" }).fill("She keeps her limit.");
  await panel.getByRole("button", { name: "Close the case" }).last().click();
  await expect(panel.getByText("Closed", { exact: true })).toBeVisible();
});

test("a logo: chosen in the back-office, worn by the player app, and taken off again", async ({
  page,
  another,
}) => {
  const logo = page.getByRole("banner").getByRole("link", { name: "Lucky" }).locator("img");
  const desk = await another();
  await signInAs(desk, "owner");
  await desk.goto("/backoffice/settings?category=branding");

  async function save(reason: string): Promise<void> {
    await desk.getByLabel("Reason").fill(reason);
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText("Saved; it holds everywhere within seconds").last()).toBeVisible();
    await expect(desk.getByLabel("Reason")).toHaveCount(0);
  }

  await test.step("a picture is uploaded and saved", async () => {
    const picture = await desk.evaluate(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 96 });
      const pen = canvas.getContext("2d");
      // A house that stands longer may wear the picture of an earlier telling.
      if (pen) pen.fillStyle = `#${Math.random().toString(16).slice(2, 8)}`;
      pen?.fillRect(20, 20, 280, 56);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    });
    const buffer = Buffer.from(picture, "base64");
    const file = { name: "logo.png", mimeType: "image/png", buffer };
    await desk.locator("input[type=file]").setInputFiles(file);
    await expect(desk.getByRole("img", { name: "Logo" })).toBeVisible();
    await save("The new look");
  });

  await test.step("it stands in the header, drawn at its own proportions", async () => {
    await page.goto("/");
    await expect.poll(() => logo.evaluate((drawn) => (drawn as HTMLImageElement).naturalWidth)).toBe(320);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("banner").getByRole("link", { name: "Open an account" })).toBeInViewport();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  await test.step("without it the house's own mark is back", async () => {
    await desk.getByRole("button", { name: "Take the logo off" }).click();
    await save("Back to the old look");
    await page.reload();
    await expect(page.getByRole("banner").getByRole("link", { name: "Lucky" })).toBeVisible();
    await expect(logo).toHaveCount(0);
  });
});

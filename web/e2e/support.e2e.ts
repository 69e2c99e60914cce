import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { setUpApp } from "./authenticator.ts";
import { deskOf } from "./desk.ts";
import { balance, join, signIn } from "./member.ts";
import { goTo, openMember, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

interface Employee {
  user_id: string;
  email: string;
  grants: { id: string; title: string }[];
}

/** A moment of the browser's clock as a field of date and time takes it. */
function inSeconds(page: Page, seconds: number): Promise<string> {
  return page.evaluate((ahead) => {
    const at = new Date(Date.now() + ahead * 1000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }, seconds);
}

test("a member lost the second factor: one asks, another approves, and the member signs in again", async ({
  page,
  another,
  complaints,
}) => {
  complaints.foresee(/\/api\/player\/v1\//, 401);
  const member = await another();
  const person = await join(member);
  await setUpApp(member);

  await test.step("the desk asks, saying how it made sure who it is", async () => {
    await signInAs(page, "compliance");
    await openMember(page, person);
    await page.getByRole("button", { name: "Lost second factor" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("How you made sure who it is").fill("Called back on the number we know");
    await dialog.getByRole("button", { name: "Ask for it" }).click();
    await expect(page.getByText("Asked. Another person has to approve it.")).toBeVisible();
  });

  await test.step("until somebody else agrees the factor is asked for", async () => {
    const phone = await another();
    await signIn(phone, person);
    await expect(phone.getByRole("heading", { name: "One more step" })).toBeVisible();
    await goTo(page, "Approvals");
    await page.getByRole("row").filter({ hasText: person.username }).getByRole("link").first().click();
    await expect(page.getByRole("dialog").getByText("You asked for this")).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Approve" })).toHaveCount(0);
  });

  await test.step("another person approves", async () => {
    const owner = await another();
    await signInAs(owner, "owner");
    await goTo(owner, "Approvals");
    await owner.getByRole("row").filter({ hasText: person.username }).getByRole("link").first().click();
    await owner.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await expect(owner.getByText("Approved and carried out.")).toBeVisible();
  });

  await test.step("the old sessions are over; the password alone lets the member in again", async () => {
    await member.goto("/account");
    await expect(member.getByRole("heading", { level: 1, name: "Welcome back" })).toBeVisible();
    await signIn(member, person);
    await expect(balance(member)).toBeVisible();
  });
});

test("a role with a limit, a place and an end: what it gives is felt, and so is what it does not", async ({
  page,
  another,
  request,
  complaints,
}) => {
  const title = `Till ${randomBytes(3).toString("hex")}`;
  const member = await another();
  const person = await join(member);
  const owner = await deskOf(request, "owner");
  await owner.post("/roles", { title, permissions: [{ permission: "members:view" }] });
  const { items: team } = await owner.get<{ items: Employee[] }>("/staff");
  const who = team.find((each) => each.email === "analyst@lucky.test");
  for (const old of who?.grants.filter((each) => each.title.startsWith("Till ")) ?? [])
    await owner.remove(`/staff/${who?.user_id}/grants/${old.id}`);

  await signInAs(page, "owner");
  const colleague = await another();
  await signInAs(colleague, "analyst");
  const places = colleague.getByRole("navigation", { name: "Places" });
  const panel = page.getByRole("dialog");

  await test.step("the matrix limits what the role may adjust", async () => {
    await goTo(page, "Roles");
    await page.getByRole("button", { name: `What can be done with ${title}` }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    await page.getByRole("checkbox", { name: `ledger:adjust for ${title}` }).check();
    await page.getByLabel("Largest amount for ledger:adjust").fill("20");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(`${title} is saved and acts at once`)).toBeVisible();
    await goTo(page, "Team");
    await page.getByRole("button", { name: /analyst@lucky\.test/ }).click();
  });

  async function give(where: string, seconds: number): Promise<void> {
    await panel.getByLabel("Role", { exact: true }).selectOption({ label: title });
    await panel.getByLabel("Where", { exact: true }).selectOption({ label: where });
    if (where !== "Whole house") await panel.getByLabel("Its number").fill(crypto.randomUUID());
    if (seconds) await panel.getByLabel(/^Ends/).fill(await inSeconds(page, seconds));
    await panel.getByRole("button", { name: "Grant", exact: true }).click();
    await expect(page.getByText("The role is granted and acts at once").last()).toBeVisible();
  }

  async function revoke(where: string): Promise<void> {
    const button = page.getByRole("button", { name: "Revoke" });
    const grants = panel.locator("div").filter({ hasText: title }).filter({ hasText: where });
    await grants.filter({ has: button }).last().getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("The role is revoked and ends at once").last()).toBeVisible();
  }

  async function adjust(amount: string): Promise<void> {
    await colleague.getByRole("button", { name: "Adjust balance" }).click();
    const dialog = colleague.getByRole("dialog");
    await dialog.getByLabel("Amount").fill(amount);
    await dialog.getByLabel("Reason").fill("A deposit that was lost on the way");
    await dialog.getByRole("button", { name: "Ask for it" }).click();
  }

  await test.step("for one restaurant only it opens no page of the whole house", async () => {
    await give("One restaurant", 0);
    await expect(panel.getByText("One restaurant").first()).toBeVisible();
    await colleague.reload();
    await expect(places.getByRole("link", { name: "Games" })).toBeVisible();
    await expect(places.getByRole("link", { name: "Members" })).toHaveCount(0);
  });

  await test.step("a page it does not open says why, and where it is held", async () => {
    await colleague.goto("/backoffice/members");
    await expect(colleague.getByRole("heading", { name: "This is not for your role" })).toBeVisible();
    await colleague.getByRole("button", { name: "Why" }).click();
    await expect(colleague.getByRole("dialog", { name: "Why" })).toContainText(`Held elsewhere${title}`);
    await colleague.keyboard.press("Escape");
  });

  await test.step("for the whole house it opens the page, and adjusts up to its limit", async () => {
    await give("Whole house", 0);
    await colleague.reload();
    await openMember(colleague, person);
    await adjust("15");
    await expect(colleague.getByText("The balance was adjusted.")).toBeVisible();
  });

  await test.step("beyond the limit it is refused, and Why shows the limit", async () => {
    complaints.foresee(/\/api\/staff\/v1\/adjustments$/, 403);
    await adjust("25");
    await expect(colleague.getByRole("dialog").getByRole("alert")).toContainText("goes up to 20");
    await colleague.keyboard.press("Escape");
    await colleague.getByRole("complementary", { name: /role/ }).getByRole("button", { name: "Why" }).click();
    await expect(colleague.getByRole("dialog", { name: "Why" })).toContainText("≤ 20");
    await colleague.keyboard.press("Escape");
  });

  await test.step("given until a moment, it is over by itself", async () => {
    complaints.foresee(/\/api\/staff\/v1\/members/, 403);
    await revoke("Whole house");
    await give("Whole house", 6);
    await colleague.reload();
    await expect(places.getByRole("link", { name: "Members" })).toBeVisible();
    await expect(async () => {
      await colleague.reload();
      await expect(places.getByRole("link", { name: "Games" })).toBeVisible();
      await expect(places.getByRole("link", { name: "Members" })).toHaveCount(0, { timeout: 500 });
    }).toPass();
  });
});

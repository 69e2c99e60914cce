import { randomBytes } from "node:crypto";
import { deskOf, tokenOf } from "./desk.ts";
import { balance, join } from "./member.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

const FELT_WITHIN_MS = 2_000;

test("a role is edited in the matrix, and another person feels it at once", async ({
  page,
  another,
  request,
  complaints,
}) => {
  const title = `Desk ${randomBytes(3).toString("hex")}`;
  const owner = await deskOf(request, "owner");
  const role = await owner.post<{ role: string }>("/roles", { title, permissions: [] });
  const { items: team } = await owner.get<{
    items: { user_id: string; email: string; grants: { id: string; title: string }[] }[];
  }>("/staff");
  const person = team.find((each) => each.email === "analyst@lucky.test");
  // A house that stands longer may hold the role of an earlier telling.
  for (const old of person?.grants.filter((each) => each.title.startsWith("Desk ")) ?? [])
    await owner.remove(`/staff/${person?.user_id}/grants/${old.id}`);
  await owner.post(`/staff/${person?.user_id}/roles`, { role: role.role });

  const colleague = await another();
  const token = tokenOf(colleague);
  await signInAs(colleague, "analyst");
  const places = colleague.getByRole("navigation", { name: "Places" });
  await expect(places.getByRole("link", { name: "Games" })).toBeVisible();
  await expect(places.getByRole("link", { name: "Rounds" })).toHaveCount(0);

  async function save(ticked: boolean) {
    await page.getByRole("button", { name: `What can be done with ${title}` }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    await page.getByRole("checkbox", { name: `rounds:view for ${title}` }).setChecked(ticked);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(`${title} is saved and acts at once`).last()).toBeVisible();
  }

  /** How long after the save the same token of the same session meets another answer. */
  async function felt(status: number): Promise<number> {
    const saved = Date.now();
    const headers = { authorization: token(), "x-tenant": "lucky" };
    await expect
      .poll(async () => (await request.get("/api/staff/v1/rounds", { headers })).status(), {
        intervals: [50],
        timeout: FELT_WITHIN_MS,
      })
      .toBe(status);
    return Date.now() - saved;
  }

  await test.step("a box is ticked: the colleague's menu has the place, and it opens", async () => {
    await signInAs(page, "owner");
    await goTo(page, "Roles");
    await save(true);
    expect(await felt(200)).toBeLessThan(FELT_WITHIN_MS);
    await places.getByRole("link", { name: "Games" }).click();
    await places.getByRole("link", { name: "Rounds" }).click();
    await expect(colleague.getByRole("heading", { level: 1, name: "Rounds" })).toBeVisible();
  });

  await test.step("it is unticked: the same page refuses, and says why", async () => {
    complaints.foresee(/\/api\/staff\/v1\/rounds$/, 403);
    await save(false);
    expect(await felt(403)).toBeLessThan(FELT_WITHIN_MS);
    await places.getByRole("link", { name: "Games" }).click();
    await colleague.goBack();
    await expect(colleague.getByRole("heading", { name: "This is not for your role" })).toBeVisible();
    await expect(places.getByRole("link", { name: "Rounds" })).toHaveCount(0);
    await colleague.getByRole("button", { name: "Why" }).click();
    await expect(colleague.getByRole("dialog", { name: "Why" })).toContainText("Nothing gives it");
  });
});

test("four eyes: whoever asks cannot approve, another person does, and the trail shows both sides", async ({
  page,
  another,
}) => {
  const member = await another();
  const person = await join(member);
  const finance = page;

  await test.step("finance asks for a correction above the house's threshold", async () => {
    await signInAs(finance, "finance");
    await goTo(finance, "Members");
    await finance.getByRole("textbox", { name: "Name, e-mail or id" }).fill(person.email);
    await finance.getByRole("link", { name: person.username }).click();
    await finance.getByRole("button", { name: "Adjust balance" }).click();
    const dialog = finance.getByRole("dialog");
    await dialog.getByLabel("Amount").fill("250");
    await dialog.getByLabel("Reason").fill("A deposit of the old house that was lost on the way");
    await dialog.getByRole("button", { name: "Ask for it" }).click();
    await expect(finance.getByText("Asked. Another person has to approve it.")).toBeVisible();
  });

  await test.step("the one who asked finds it, and nothing to approve it with", async () => {
    await goTo(finance, "Approvals");
    await finance.getByRole("row").filter({ hasText: person.username }).getByRole("link").first().click();
    const panel = finance.getByRole("dialog");
    await expect(panel.getByText("You asked for this")).toBeVisible();
    await expect(panel.getByRole("button", { name: "Approve" })).toHaveCount(0);
  });

  const owner = await another();
  await test.step("another person approves what is shown", async () => {
    await signInAs(owner, "owner");
    await goTo(owner, "Approvals");
    await owner.getByRole("row").filter({ hasText: person.username }).getByRole("link").first().click();
    await owner.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await expect(owner.getByText("Approved and carried out.")).toBeVisible();
  });

  await test.step("the member has it", async () => {
    await member.reload();
    await expect(balance(member)).toContainText("€250.00");
  });

  await test.step("the audit trail shows the balance before and after", async () => {
    await goTo(owner, "Audit trail");
    await owner
      .getByRole("link", { name: /adjust/i })
      .first()
      .click();
    const entry = owner.getByRole("dialog");
    await expect(entry).toContainText("A deposit of the old house");
    await expect(entry.getByRole("deletion")).toHaveText("was0.00");
    await expect(entry.getByRole("insertion").first()).toHaveText("is250.00");
  });
});

test("support sees the house as a member: looking only, under a banner, and the member reads of it", async ({
  page,
  another,
  request,
  complaints,
}) => {
  const member = await another();
  const person = await join(member);
  const reason = "Asked by telephone what the wallet shows";
  await signInAs(page, "support");
  await goTo(page, "Members");
  await page.getByRole("textbox", { name: "Name, e-mail or id" }).fill(person.email);
  await page.getByRole("link", { name: person.username }).click();

  const begin = page.getByRole("dialog");
  await test.step("an earlier visit, whose tab was closed, does not stand in the way", async () => {
    const support = await deskOf(request, "support");
    await expect(page).toHaveURL(/\/members\/[0-9a-f-]{36}/);
    const [, id] = /members\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
    await support.ensure(`/members/${id}/impersonate`, { reason, minutes: 15 });
    complaints.foresee(/\/impersonate$/, 409);
    await page.getByRole("button", { name: "See as member" }).click();
    await begin.getByLabel("Reason").fill(reason);
    await begin.getByRole("button", { name: "Begin" }).click();
    await expect(begin.getByRole("alert")).toContainText("on another visit already");
  });

  const opens = page.context().waitForEvent("page");
  await begin.getByRole("button", { name: "End it and begin" }).click();
  const visit = await opens;

  const banner = visit.getByRole("region", { name: "Support sees this account." });
  await test.step("the banner says who looks and until when", async () => {
    await expect(banner).toContainText("Support");
    await expect(banner).toContainText(/Until \d/);
    await expect(visit.getByText(person.email)).toBeVisible();
  });

  await test.step("nothing can be changed", async () => {
    complaints.foresee(/\/api\/player\/v1\/limits\//, 403);
    await visit.getByRole("main").getByRole("link", { name: "Limits How much" }).click();
    await visit.getByRole("button", { name: /^Set.*Stakes, Day$/ }).click();
    await visit.getByRole("dialog").getByLabel("At most").fill("10");
    await visit.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(visit.getByText(/nothing can be changed this way/)).toBeVisible();
    await visit.keyboard.press("Escape");
  });

  await test.step("it ends by a click, and the account is closed to support again", async () => {
    complaints.foresee(/\/api\/player\/v1\//, 401);
    await banner.getByRole("button", { name: "End" }).click();
    await expect(banner).toHaveCount(0);
    await visit.goto("/account");
    await expect(visit.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  });

  await test.step("the member finds who, why and when", async () => {
    await member.goto("/account");
    await member.getByRole("link", { name: "Visits of support" }).click();
    await expect(member.getByText(reason).first()).toBeVisible();
    await expect(member.getByText("Support", { exact: true }).first()).toBeVisible();
  });
});

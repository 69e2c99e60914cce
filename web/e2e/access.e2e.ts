import { deposit, join } from "./member.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

test("a role is copied and edited, and felt at once", async ({ page, another }) => {
  const title = `Night desk ${Date.now() % 100_000}`;
  await signInAs(page, "owner");
  await goTo(page, "Roles");
  await page.getByRole("button", { name: "What can be done with Analyst" }).click();
  await page.getByRole("menuitem", { name: "Copy" }).click();
  await page.getByLabel("Name", { exact: true }).fill(title);
  await page.getByRole("button", { name: "Make the role" }).click();

  const box = page.getByRole("checkbox", { name: `audit:view for ${title}` });
  await box.check();
  await expect(page.getByText("1 added, 0 taken away, 0 limited otherwise")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`${title} is saved and acts at once`)).toBeVisible();

  const colleague = await another();
  await signInAs(colleague, "support");
  const places = colleague.getByRole("navigation", { name: "Places" });
  await expect(places.getByRole("link", { name: "Audit trail" })).toHaveCount(0);

  await goTo(page, "Team");
  await page.getByRole("button", { name: /support@lucky\.test/ }).click();
  await page.getByLabel("Role", { exact: true }).selectOption({ label: title });
  await page.getByRole("button", { name: "Grant", exact: true }).click();
  await expect(page.getByText("The role is granted and acts at once")).toBeVisible();

  await colleague.reload();
  await places.getByRole("link", { name: "Audit trail" }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible();
});

test("an adjustment waits for a second pair of eyes", async ({ page, another }) => {
  const person = await join(page);
  await deposit(page, "20");
  const maker = await another();
  await signInAs(maker, "finance");
  await goTo(maker, "Members");
  await maker.getByRole("link", { name: person.username }).click();
  await maker.getByRole("button", { name: "Adjust" }).click();
  await maker.getByLabel("Amount").fill("500.00");
  await maker.getByLabel("Reason").fill("a bonus that was promised by phone");
  await maker.getByRole("dialog").getByRole("button").last().click();

  await goTo(maker, "Approvals");
  await maker.getByText("a bonus that was promised by phone").first().click();
  await expect(maker.getByRole("button", { name: "Take it back" })).toBeVisible();
  await expect(maker.getByRole("button", { name: "Approve" })).toHaveCount(0);

  const second = await another();
  await signInAs(second, "owner");
  await goTo(second, "Approvals");
  await second.getByText("a bonus that was promised by phone").first().click();
  await second.getByRole("button", { name: "Approve" }).click();
  await expect(second.getByText("a bonus that was promised by phone")).toHaveCount(0);
});

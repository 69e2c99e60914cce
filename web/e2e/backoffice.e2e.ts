import { deposit, join, withdraw } from "./member.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

test("the back-office: who may approve, who may only look, and what is recorded", async ({
  page,
  another,
}) => {
  const person = await join(page);
  await deposit(page, "30");
  await withdraw(page, "10");

  const support = await another();
  await test.step("support finds the member and sees the case, but cannot decide it", async () => {
    await signInAs(support, "support");
    await goTo(support, "Members");
    await support.getByRole("textbox", { name: "Name, e-mail or id" }).fill(person.email);
    await support.getByRole("link", { name: person.username }).click();
    await expect(support.getByRole("heading", { level: 1, name: person.username })).toBeVisible();
    await support.getByRole("tab", { name: "Payments" }).click();
    await support
      .getByRole("link", { name: /10\.00|e2e_/ })
      .first()
      .click();
    await expect(support.getByRole("region", { name: `Withdrawal of ${person.username}` })).toBeVisible();
    await expect(support.getByRole("button", { name: /Approve/ })).toHaveCount(0);
  });

  const owner = await another();
  await test.step("the owner approves it", async () => {
    await signInAs(owner, "owner");
    await goTo(owner, "Withdrawals");
    await owner.getByRole("link", { name: person.username }).click();
    await owner.getByRole("button", { name: /^Approve/ }).click();
    await owner.getByRole("dialog").getByRole("button", { name: "Approve €10.00" }).click();
    await expect(owner.getByText(`€10.00 for ${person.username} approved.`)).toBeVisible();
  });

  await test.step("the audit trail shows who did it", async () => {
    await goTo(owner, "Audit trail");
    await expect(
      owner
        .getByRole("row")
        .filter({ hasText: /approve/i })
        .filter({ hasText: /owner/i })
        .first(),
    ).toBeVisible();
  });

  await test.step("the books balance", async () => {
    await goTo(owner, "Ledger check");
    await expect(owner.getByText("The books balance")).toBeVisible();
    await owner.getByRole("button", { name: "Check again" }).click();
    await expect(owner.getByText("The books balance")).toBeVisible();
  });
});

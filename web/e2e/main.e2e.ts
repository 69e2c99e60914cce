import { balance, bet, deposit, join, openSafeTile, told, withdraw } from "./member.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

const GAMES = ["dice", "limbo", "roulette", "slots", "mines"];

test("from registration to payout: play everything, check everything, take the money", async ({
  page,
  context,
  another,
  complaints,
}) => {
  const person = await test.step("register, confirm, deposit", async () => {
    const joined = await join(page);
    await expect(balance(page)).toContainText("€0.00");
    await deposit(page, "50");
    await expect(balance(page)).toContainText("€50.00");
    return joined;
  });

  await test.step("play every game", async () => {
    for (const slug of ["dice", "limbo", "slots"]) await bet(page, slug);

    await page.goto("/games/roulette");
    await page.getByRole("button", { name: "Chip of €1.00" }).click();
    await page.getByRole("button", { name: "Red", exact: true }).click();
    await page.getByRole("button", { name: "Bet €1.00" }).click();
    await expect(told(page)).toBeVisible();

    await openSafeTile(page, 3, 3);
    await page.getByRole("button", { name: /^Cash out €/ }).click();
    await expect(told(page)).toContainText("Cashed out after 1 tile.");
  });

  await test.step("open the round: its seed is still secret", async () => {
    await page.getByRole("list", { name: "Results of this visit" }).getByRole("button").first().click();
    await page.getByRole("dialog").getByRole("link", { name: "Verify" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "A round of Mines" })).toBeVisible();
    await expect(page.getByText("Our seed is still secret")).toBeVisible();
  });

  await test.step("rotate: every round agrees with its proof", async () => {
    await page.getByRole("link", { name: "To the seeds" }).click();
    await page.getByLabel("Your next seed").fill("my-own-seed");
    await page.getByRole("button", { name: "Rotate and reveal" }).click();
    await expect(page.getByText(/^Revealed\. \d+ rounds can now be checked\.$/)).toBeVisible();
    for (const slug of GAMES) {
      await page.goto(`/history?tab=rounds&game=${slug}`);
      await page.getByRole("table").getByRole("row").nth(1).getByRole("button").click();
      await page.getByRole("button", { name: "Verify", exact: true }).click();
      await expect(page.getByRole("status").filter({ hasText: "Every part agrees" })).toBeVisible();
    }
  });

  await test.step("the receipt is checked without a network", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByText("Receipt").getByRole("button").click();
    const receipt = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto("/fairness/verify");
    await page.getByLabel("Receipt").fill(receipt);
    // What a page asks by itself meanwhile meets no network.
    complaints.foresee(/^\/api\//, 0);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Compute" }).click();
    await expect(page.getByText("Every part agrees")).toBeVisible();
    await context.setOffline(false);
  });

  await test.step("ask for money", () => withdraw(page, "20"));

  await test.step("finance approves it with the keyboard alone", async () => {
    const desk = await another();
    await signInAs(desk, "finance");
    await goTo(desk, "Withdrawals");
    await expect(desk.getByRole("link", { name: person.username })).toBeVisible();
    await desk.keyboard.press("j");
    await expect(desk.getByRole("link", { name: person.username })).toBeFocused();
    await desk.keyboard.press("Enter");
    await expect(desk.getByRole("region", { name: `Withdrawal of ${person.username}` })).toBeVisible();
    await desk.keyboard.press("a");
    const question = desk.getByRole("dialog", { name: "Pay out €20.00?" });
    await expect(question.getByRole("button", { name: "Approve €20.00" })).toBeFocused();
    await desk.keyboard.press("Enter");
    await expect(desk.getByText(`€20.00 for ${person.username} approved.`)).toBeVisible();
  });

  await test.step("it is paid, and the player sees it", async () => {
    await expect(page.getByText("Paid out.", { exact: true })).toBeVisible({ timeout: 30_000 });
    await page.goto("/history");
    await expect(page.getByRole("row").filter({ hasText: "Withdrawal held" })).toContainText("-€20.00");
  });
});

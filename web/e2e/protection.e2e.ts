import { balance, bet, deposit, join, openSafeTile, signIn, tile, told } from "./member.ts";
import { fund, seat } from "./seat.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

test("a limit of one's own is reached: the bet is refused in words and nothing is taken", async ({
  page,
  complaints,
}) => {
  await join(page);
  await deposit(page, "20");
  await page.goto("/account/limits");
  await page.getByRole("button", { name: /^Set.*Stakes, Day$/ }).click();
  await page.getByRole("dialog").getByLabel("At most").fill("1.50");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your limit holds from now on.")).toBeVisible();

  await bet(page, "dice");
  await expect(balance(page)).toContainText("€");
  const before = (await balance(page).textContent()) ?? "";
  complaints.foresee(/\/api\/player\/v1\/bets$/, 403);
  await page.getByRole("button", { name: "Bet €1.00" }).click();
  await expect(page.getByRole("alert")).toContainText(/limit/i);
  await expect(balance(page)).toHaveText(before);
  await page.reload();
  await expect(balance(page)).toHaveText(before);

  await page.goto("/account/limits");
  await expect(page.getByText("€1.00 of €1.50 used")).toBeVisible();
});

test("a break: signed out everywhere, and the door says until when", async ({
  page,
  another,
  complaints,
}) => {
  const person = await join(page);
  const phone = await another();
  await signIn(phone, person);
  await expect(balance(phone)).toBeVisible();

  complaints.foresee(/\/api\/player\/v1\//, 401);
  await page.goto("/account/break");
  await page.getByRole("button", { name: "7 days" }).click();
  await page.getByRole("button", { name: "Start the break" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start the break" }).click();
  await expect(page.getByText("It holds from now on. Take care.")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();

  await phone.goto("/wallet");
  await expect(phone.getByRole("heading", { name: "Welcome back" })).toBeVisible();

  complaints.foresee(/\/api\/player\/v1\/auth\/login$/, 423);
  await signIn(page, person);
  const until = new Intl.DateTimeFormat("en-GB", { day: "numeric", timeZone: "Europe/Malta" });
  await expect(page.getByRole("alert")).toContainText(until.format(Date.now() + 7 * 24 * 60 * 60 * 1000));
});

test("a round of mines survives a reload", async ({ page }) => {
  await join(page);
  await deposit(page, "20");
  await openSafeTile(page, 2, 4);
  const offer = (await page.getByRole("button", { name: /^Cash out €/ }).textContent()) ?? "";

  await page.reload();
  await expect(tile(page, 2, 4)).toHaveAccessibleName(/safe/);
  await expect(page.getByRole("button", { name: /: safe$/ })).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^Cash out €/ })).toHaveText(offer);

  await page.getByRole("button", { name: /^Cash out €/ }).click();
  await expect(told(page)).toContainText("Cashed out after 1 tile.");
});

test("a loosened limit waits, counts down and can be called off; time of play has limits too", async ({
  page,
}) => {
  await join(page);
  await page.goto("/account/limits");
  await page.getByRole("button", { name: /^Set.*Time of play, Day$/ }).click();
  await page.getByRole("dialog").getByLabel("At most, in minutes").fill("60");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("0 minutes of 60 minutes used")).toBeVisible();

  await page.getByRole("button", { name: /^Change.*Time of play, Day$/ }).click();
  await page.getByRole("dialog").getByLabel("At most, in minutes").fill("90");
  await page.getByRole("dialog").getByRole("button", { name: "Ask for more" }).click();
  await expect(page.getByText(/Asked for: 90 minutes/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm" })).toHaveCount(0);
  await page.getByRole("button", { name: "Keep my limit" }).click();
  await expect(page.getByText(/Asked for/)).toHaveCount(0);
});

test("self-exclusion: typed to be sure, the door stays shut, the balance is paid out", async ({
  page,
  complaints,
}) => {
  const person = await join(page);
  await deposit(page, "20");
  complaints.foresee(/\/api\/player\/v1\//, 401);
  await page.goto("/account/break");
  await page.getByRole("button", { name: "Exclude me" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Exclude me" })).toBeDisabled();
  await dialog.getByLabel("Type EXCLUDE to confirm").fill("exclude");
  await dialog.getByRole("button", { name: "Exclude me" }).click();
  await expect(page.getByText("It holds from now on. Take care.")).toBeVisible();

  complaints.foresee(/\/api\/player\/v1\/auth\/login$/, 423);
  complaints.foresee(/\/api\/player\/v1\/play-clock$/, 403);
  await signIn(page, person);
  await page.getByRole("button", { name: "Be paid out" }).click();
  await expect(page.getByRole("heading", { name: "Your balance" })).toBeVisible();
  await expect(page.getByText("€20.00").first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Withdraw" }).click();
  await expect(page).toHaveURL(/\/wallet\/withdraw$/);
});

test("one tap on a game's page stops play for a day", async ({ page, complaints }) => {
  await join(page);
  complaints.foresee(/\/api\/player\/v1\//, 401);
  await page.goto("/games/dice");
  await page.getByRole("button", { name: "Stop for 24 hours" }).click();
  await expect(page.getByText("It holds from now on. Take care.")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("the family asks: staff keep the member out at once, and what is on the account is paid out", async ({
  page,
  another,
  complaints,
}) => {
  const member = await seat(page);
  await fund(page, member, "20.00");
  const { person } = member;
  await page.goto("/games/dice");
  await expect(balance(page)).toContainText("€20.00");

  const desk = await another();
  await test.step("with what the family showed, and not without", async () => {
    await signInAs(desk, "compliance");
    await goTo(desk, "Members");
    await desk.getByRole("textbox", { name: "Name, e-mail or id" }).fill(person.email);
    await desk.getByRole("link", { name: person.username }).click();
    await desk.getByRole("tab", { name: "Limits" }).click();
    await desk.getByRole("button", { name: "Keep the member out" }).click();
    const dialog = desk.getByRole("dialog", { name: "Keep the member out" });
    await dialog.getByLabel("Asked for by").selectOption("The family");
    await dialog.getByLabel("How long").selectOption("1 year");
    await dialog.getByLabel("Reason").fill("A brother wrote and asked for it.");
    await dialog.getByRole("button", { name: "Keep the member out" }).click();
    await expect(dialog.getByText("Say what was shown.")).toBeVisible();
    await dialog.getByLabel("What was shown").fill("Letter of 3 June and a copy of the family book");
    await dialog.getByRole("button", { name: "Keep the member out" }).click();
    await expect(desk.getByText("The member is kept out from now on")).toBeVisible();
    await expect(desk.getByText("Asked for by the family: A brother wrote").first()).toBeVisible();
  });

  await test.step("the game that is open on the member's screen takes no bet any more", async () => {
    complaints.foresee(/\/api\/player\/v1\//, 401);
    await page.getByRole("button", { name: /^Bet €/ }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  });

  await test.step("the door says until when, and leads to the money", async () => {
    complaints.foresee(/\/api\/player\/v1\/auth\/login$/, 423);
    complaints.foresee(/\/api\/player\/v1\/play-clock$/, 403);
    await signIn(page, person);
    await expect(page.getByRole("alert")).toContainText(/^This account rests until /);
    await page.getByRole("button", { name: "Be paid out" }).click();
    await expect(page.getByText("€20.00").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Withdraw" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Deposit" })).toHaveCount(0);
  });
});

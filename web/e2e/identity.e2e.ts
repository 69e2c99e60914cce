import { balance, codeFor, join, signIn } from "./member.ts";
import { seat } from "./seat.ts";
import { expect, test } from "./story.ts";

test("Telegram signs a stranger up, and in again", async ({ page, another }) => {
  const mark = Date.now().toString(36);
  const email = `e2e-telegram-${mark}@example.com`;

  await test.step("the button leads to Telegram, which knows the person", async () => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Log in with Telegram" }).click();
    await page.getByRole("link", { name: "Vera" }).click();
  });

  await test.step("the house asks what it has to know, and confirms the address", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Almost there" })).toBeVisible();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Name in the house").fill(`vera_${mark}`);
    await page.getByLabel("Date of birth").fill("1990-05-17");
    await page.getByLabel("Country").selectOption("MT");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Send me the code" }).click();
    await page.getByLabel("Six-digit code").fill(await codeFor(page, email));
    await expect(page.getByText("Welcome. Your account is open.")).toBeVisible();
  });

  await test.step("the Mini App opens the same account", async () => {
    const phone = await another();
    await phone.goto("/dev/telegram/bots/lucky");
    await phone
      .getByRole("listitem")
      .filter({ hasText: "Vera" })
      .getByRole("link", { name: "Mini App" })
      .click();
    await expect(phone).toHaveURL(/\/$/);
    await phone.goto("/account");
    await expect(phone.getByText(email)).toBeVisible();
  });

  await test.step("it is the last way in, so it is not unlinked", async () => {
    await page.goto("/account/sign-in");
    await expect(page.getByText("You sign in as @vera_demo.")).toBeVisible();
  });
});

test("a forgotten password: every session ends, the new one counts", async ({
  page,
  another,
  complaints,
}) => {
  complaints.foresee(/\/auth\/refresh$/, 401);
  complaints.foresee(/\/api\/player\/v1\//, 401);
  const person = await join(page);
  const next = `${person.password} again`;

  const desk = await another();
  await desk.goto("/sign-in");
  await desk.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "A new password" })).toBeVisible();
  await desk.getByLabel("E-mail").fill(person.email);
  await desk.getByRole("button", { name: "Send me a code" }).click();
  await desk.getByLabel("Six-digit code").fill(await codeFor(desk, person.email, "new password"));
  await desk.getByRole("textbox", { name: "New password" }).fill(next);
  await desk.getByRole("button", { name: "Change the password" }).click();
  await expect(desk.getByText("Your password is changed. Sign in with it.")).toBeVisible();
  await signIn(desk, { email: person.email, password: next });
  await expect(desk.getByRole("banner").getByRole("link", { name: "Deposit" })).toBeVisible();

  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Welcome back" })).toBeVisible();
});

test("one ends a session from afar, fetches one's data, and leaves for good", async ({
  page,
  another,
  complaints,
}) => {
  complaints.foresee(/\/auth\/refresh$/, 401);
  complaints.foresee(/\/api\/player\/v1\//, 401);
  const person = await join(page);

  await test.step("a session is ended", async () => {
    const phone = await another();
    await signIn(phone, person);
    await expect(phone.getByRole("banner").getByRole("link", { name: "Deposit" })).toBeVisible();
    await page.goto("/account/sessions");
    await page.getByRole("button", { name: "End", exact: true }).click();
    await expect(page.getByText("This device")).toBeVisible();
    await phone.getByRole("link", { name: "Wallet" }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "Welcome back" })).toBeVisible();
    await expect(phone.getByRole("status")).toHaveText("Your session here has ended. Sign in to go on.");
    await signIn(phone, person, phone.url());
    await expect(phone.getByRole("heading", { level: 1, name: "Wallet" })).toBeVisible();
  });

  await test.step("the archive is built and fetched", async () => {
    await page.goto("/account/data");
    await page.getByRole("button", { name: "Ask for my data" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click({ timeout: 30_000 });
    expect((await download).suggestedFilename()).toMatch(/^my-data-.*\.zip$/);
  });

  await test.step("the account is closed", async () => {
    await page.getByLabel("Current password").fill(person.password);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Close my account" }).click();
    await expect(page.getByText("Your account is closed.", { exact: true })).toBeVisible();
  });
});

test("another address: it counts once its code came back, and the old one is told", async ({
  page,
  another,
  complaints,
}) => {
  const { person } = await seat(page);
  const next = { ...person, email: person.email.replace("e2e-", "e2e-new-") };
  await page.goto("/account/sign-in");
  await page.getByLabel("New e-mail").fill(next.email);
  await page.getByLabel("Current password").first().fill(person.password);
  await page.getByRole("button", { name: "Send a code to it" }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(page, next.email));
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByText("Your address is changed.")).toBeVisible();
  await expect(page.getByText(`You sign in with ${next.email}.`)).toBeVisible();
  await expect
    .poll(async () => {
      const letters = await page.request.get("/dev/mailbox", { params: { to: person.email } });
      return (await letters.json()).items[0].text;
    }, "a letter to the old address")
    .toContain("If it was not you");

  const phone = await another();
  complaints.foresee(/\/auth\/login$/, 401);
  await signIn(phone, person);
  await expect(phone.getByRole("alert")).toBeVisible();
  await signIn(phone, next);
  await expect(balance(phone)).toBeVisible();
});

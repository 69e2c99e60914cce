import type { Browser, Page } from "@playwright/test";
import { STEP_MS, setUpApp, shownBy } from "./authenticator.ts";
import { balance, join, type Person, signIn } from "./member.ts";
import { signInAs } from "./staff.ts";
import { type Complaints, expect, test } from "./story.ts";

async function signedIn(page: Page, person: Person): Promise<void> {
  await expect(balance(page)).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText(person.email)).toBeVisible();
}

test("an app as second factor: set up, asked for, and a recovery code when it is gone", async ({
  page,
  another,
  complaints,
}) => {
  const person = await join(page);
  const { key, codes } = await setUpApp(page);

  const phone = await another();
  await signIn(phone, person);
  await expect(phone.getByRole("heading", { name: "One more step" })).toBeVisible();
  complaints.foresee(/\/auth\/second-factor$/, 422);
  await phone.getByLabel("Code of your authenticator app").fill("000000");
  await expect(phone.getByRole("alert")).toContainText("does not fit");
  // The step that set it up is spent; the next one is within the drift that is allowed.
  await phone.getByLabel("Code of your authenticator app").fill(shownBy(key, Date.now() + STEP_MS));
  await signedIn(phone, person);

  const tablet = await another();
  await signIn(tablet, person);
  await tablet.getByRole("button", { name: "Recovery code" }).click();
  await tablet.getByLabel("Recovery code").fill(codes[3] ?? "");
  await tablet.getByRole("button", { name: "Go on" }).click();
  await signedIn(tablet, person);
  await tablet.goto("/account/security");
  await expect(tablet.getByText("9 left")).toBeVisible();
  await expect(tablet.getByText(codes[4] ?? "")).toHaveCount(0);

  const thief = await another();
  await signIn(thief, person);
  await thief.getByRole("button", { name: "Recovery code" }).click();
  await thief.getByLabel("Recovery code").fill(codes[3] ?? "");
  await thief.getByRole("button", { name: "Go on" }).click();
  await expect(thief.getByRole("alert")).toContainText("does not fit");
});

test("Telegram vouches for the person; the app is asked for all the same", async ({ page, another }) => {
  const person = await join(page);
  const { key } = await setUpApp(page);
  await page.goto("/account/sign-in");
  await page.getByRole("button", { name: "Link Telegram" }).click();
  await page.getByRole("link", { name: "Бруно" }).click();
  await expect(page.getByText("You sign in as @bruno_demo.")).toBeVisible();

  const phone = await another();
  await phone.goto("/dev/telegram/bots/lucky");
  await phone
    .getByRole("listitem")
    .filter({ hasText: "Бруно" })
    .getByRole("link", { name: "Mini App" })
    .click();
  await expect(phone.getByRole("heading", { name: "One more step" })).toBeVisible();
  await phone.getByLabel("Code of your authenticator app").fill(shownBy(key, Date.now() + STEP_MS));
  await signedIn(phone, person);

  await page.getByRole("button", { name: "Unlink" }).click();
  await expect(page.getByText("You sign in as @bruno_demo.")).toHaveCount(0);
});

/** A browser with an authenticator of its own; passkeys need a name, so the house is reached by one. */
async function withAuthenticator(browser: Browser, complaints: Complaints): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL?.replace("127.0.0.1", "localhost"),
  });
  await complaints.listen(context);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

test("a passkey: made, signing in with nothing else, named anew, taken away", async ({
  browser,
  complaints,
}) => {
  const page = await withAuthenticator(browser, complaints);
  const person = await join(page);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByLabel("Name of the passkey").fill("My telephone");
  await dialog.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("My telephone")).toBeVisible();

  // What a page had under way when its session ended is refused.
  complaints.foresee(/\/api\/player\/v1\//, 401);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await signedIn(page, person);

  await page.goto("/account/security");
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Name of the passkey").fill("Old telephone");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(passkeys.getByRole("listitem").filter({ hasText: "Old telephone" })).toContainText(
    "last used",
  );
  await passkeys.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(passkeys.getByRole("listitem")).toHaveCount(0);
  await page.context().close();
});

test("step-up: the refused act asks who it is, and goes on by itself", async ({ page, complaints }) => {
  await signInAs(page, "owner");
  // Ten minutes are long for a story: the first answer is what a session of yesterday would get.
  complaints.foresee(/\/api\/staff\/v1\/(audit|auth\/step-up\/answer)$/, 403);
  complaints.foresee(/\/api\/staff\/v1\/auth\/step-up\/answer$/, 422);
  let isFirst = true;
  await page.route(/\/api\/staff\/v1\/audit(\?|$)/, async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    const problem = { status: 403, code: "step_up_required", detail: "Prove it once more." };
    return route.fulfill({ status: 403, contentType: "application/problem+json", json: problem });
  });
  await page.goto("/backoffice/audit");
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await dialog.getByLabel("Your password").fill("not the one");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("alert")).toContainText("does not fit");
  await dialog.getByLabel("Your password").fill(process.env.E2E_PASSWORD ?? "");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Staff signed in" }).first()).toBeVisible();
});

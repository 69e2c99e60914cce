import type { Page } from "@playwright/test";
import { newColleague } from "./desk.ts";
import { admitFrom, BROWSERS_ADDRESS, letProofsAge, THAT_NETWORK } from "./elsewhere.ts";
import { codeFor } from "./member.ts";
import { ROOT, seeded, signInWith } from "./staff.ts";
import { expect, test } from "./story.ts";

async function openSecurity(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Signed in as|Signed in as/ }).click();
  await page.getByRole("menuitem", { name: "Security" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible();
}

test("staff see where they are signed in, end a session from afar, and change their password", async ({
  page,
  another,
  request,
  complaints,
}) => {
  const who = await newColleague(request);
  const next = `${who.password} again`;
  const tablet = await another();
  await Promise.all([signInWith(page, who), signInWith(tablet, who)]);
  await openSecurity(page);
  const sessions = page.getByRole("list", { name: "Where you are signed in" });

  await test.step("the other browser is ended, and what it does next is refused", async () => {
    complaints.foresee(/\/api\/staff\/v1\//, 401);
    await expect(sessions.getByRole("listitem")).toHaveCount(2);
    await sessions.getByRole("button", { name: "End" }).click();
    await expect(page.getByText("The session is ended.")).toBeVisible();
    await expect(sessions.getByRole("listitem")).toHaveCount(1);
    await tablet.getByRole("link", { name: "Games" }).click();
    await expect(tablet.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  });

  await test.step("a session of yesterday proves itself before the password changes", async () => {
    complaints.foresee(/\/me\/password$/, 403);
    letProofsAge(who);
    await page.getByLabel("Present password").fill(who.password);
    await page.getByLabel("New password").fill(next);
    await page.getByRole("button", { name: "Change the password" }).click();
    const proof = page.getByRole("dialog", { name: "Is it you?" });
    await proof.getByRole("button", { name: "Send me a code" }).click();
    await proof.getByLabel("Code of the e-mail").fill(await codeFor(page, who.email));
    await expect(page.getByText("Your password is changed. All other sessions are ended.")).toBeVisible();
  });

  await test.step("the old password is worth nothing, the new one lets in", async () => {
    await tablet.getByLabel("E-mail").fill(who.email);
    await tablet.getByRole("textbox", { name: "Password" }).fill(who.password);
    await tablet.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(tablet.getByRole("alert")).toBeVisible();
    await signInWith(tablet, { ...who, password: next });
  });
});

test("staff who forgot their password choose a new one by mail", async ({ page, request, complaints }) => {
  const who = await newColleague(request);
  const next = `${who.password} again`;
  await page.goto("/backoffice/");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A new password" })).toBeVisible();
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByText(`If ${who.email} works here`)).toBeVisible();

  await test.step("a wrong code is refused in words", async () => {
    complaints.foresee(/\/auth\/password\/reset$/, 422);
    await page.getByLabel("Six-digit code").fill("000000");
    await page.getByLabel("New password").fill(next);
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page.getByText(/This code is wrong or no longer valid/)).toBeVisible();
  });

  await test.step("the code of the letter counts, and the new password signs in", async () => {
    await page.getByLabel("Six-digit code").fill(await codeFor(page, who.email, "new password"));
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await signInWith(page, { ...who, password: next });
  });
});

test("one sign-in, several houses: staff go from one to another, and each asks what it asks", async ({
  page,
  another,
  request,
  complaints,
}) => {
  // A house that one was not signed in to has no session to continue.
  complaints.foresee(/\/api\/staff\/v1\/auth\/refresh$/, 401);
  complaints.foresee(/\/api\/staff\/v1\/dashboard$/, 403);
  const who = await newColleague(request);
  await newColleague(request, { tenant: "bistro", known: who });
  await newColleague(request, { tenant: "resort", role: "support", known: who });
  const houses = page.getByRole("dialog", { name: "Your houses" });

  await test.step("the keyboard opens the list, and the arrow keys choose", async () => {
    await signInWith(page, who);
    await expect(page.getByRole("button", { name: "Switch house" })).toBeVisible();
    await page.keyboard.press("h");
    await expect(houses.getByRole("button", { name: /Lucky/ })).toBeDisabled();
    await expect(houses.getByRole("listitem")).toHaveCount(3);
    await expect(houses.getByRole("button", { name: /Bistro/ })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(houses.getByRole("button", { name: /Resort/ })).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: /^Bistro/ }).first()).toBeVisible();
    await expect(page).toHaveURL(/\/backoffice\/$/);
  });

  await test.step("a house that lets its staff in from certain networks only says what to do", async () => {
    complaints.foresee(/\/auth\/pass$/, 403);
    const owner = seeded("owner", "resort");
    await admitFrom(owner, [THAT_NETWORK]);
    try {
      await page.getByRole("button", { name: "Switch house" }).click();
      await houses.getByRole("button", { name: /Resort/ }).click();
      await expect(page.getByRole("alert")).toContainText(`${BROWSERS_ADDRESS} is not one of them`);
    } finally {
      await admitFrom(owner, []);
    }
    await page.getByRole("link", { name: "Back to where you came from" }).click();
    await expect(page.getByRole("link", { name: /^Bistro/ }).first()).toBeVisible();
  });

  await test.step("a house whose work demands a second factor asks to set one up first", async () => {
    await page.getByRole("button", { name: "Switch house" }).click();
    await houses.getByRole("button", { name: /Resort/ }).click();
    await expect(page.getByText("Set up a second factor")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Resort/ }).first()).toBeVisible();
  });

  await test.step("the platform’s administrator finds a house among many by its name", async () => {
    const root = await another();
    const all = root.getByRole("dialog", { name: "Your houses" });
    await root.route(/\/me\/houses$/, async (route) => {
      const answer = await route.fetch();
      const { items } = (await answer.json()) as { items: { slug: string }[] };
      const more = ["north", "south", "east", "west"].map((slug) => ({
        ...items[0],
        slug,
        name: `House of the ${slug}`,
        current: false,
      }));
      await route.fulfill({ response: answer, json: { items: [...items, ...more] } });
    });
    await signInWith(root, ROOT);
    await root.getByRole("button", { name: "Switch house" }).click();
    await all.getByLabel("Name of a house").fill("bist");
    await expect(all.getByRole("listitem")).toHaveCount(1);
    // The house beyond asks for its own list, perhaps after the story's last word.
    await root.unrouteAll({ behavior: "wait" });
    await all.getByLabel("Name of a house").press("Enter");
    await expect(root.getByRole("link", { name: /^Bistro/ }).first()).toBeVisible();
  });
});

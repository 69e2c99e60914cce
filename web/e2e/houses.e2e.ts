import { STEP_MS, setUpApp, shownBy } from "./authenticator.ts";
import { balance } from "./member.ts";
import { seat } from "./seat.ts";
import { expect, test } from "./story.ts";

test("one person in two houses: over by one click, and with the app where there is one", async ({
  page,
  another,
  complaints,
}) => {
  const { person } = await seat(page, "Lucky");
  await seat(page, "Resort", person);
  const banner = page.getByRole("banner");
  // A house in which this browser has no session yet is asked for one all the same.
  complaints.foresee(/\/auth\/refresh$/, 401);

  await test.step("Lucky names the other house, and the way there asks nothing", async () => {
    await page.goto("/account");
    await expect(page.getByRole("listitem").filter({ hasText: "You are here" })).toContainText("Lucky");
    await page.getByRole("button", { name: "Go to Resort" }).click();
    await expect(banner.getByRole("link", { name: "Resort" })).toBeVisible();
    await expect(balance(page)).toContainText("€0.00");
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByText(person.email)).toBeVisible();
  });

  const { key } = await setUpApp(page);
  let passcode = "";
  await test.step("Lucky has not signed one out; its session proved no app, so the way asks for it", async () => {
    await page.goto("/account?tenant=lucky");
    await expect(banner.getByRole("link", { name: "Lucky" })).toBeVisible();
    await page.route(/\/me\/houses\/pass$/, async (route) => {
      const response = await route.fetch();
      ({ passcode } = await response.json());
      await route.fulfill({ response });
    });
    await page.getByRole("button", { name: "Go to Resort" }).click();
    await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
    await expect(page).toHaveURL(/\/enter$/);
    await page.getByLabel("Code of your authenticator app").fill(shownBy(key, Date.now() + STEP_MS));
    await expect(banner.getByRole("link", { name: "Resort" })).toBeVisible();
    await expect(page.getByText(person.email)).toBeVisible();
  });

  await test.step("a pass counts once, and without one there is nothing to enter with", async () => {
    const thief = await another();
    complaints.foresee(/\/auth\/pass$/, 401);
    await thief.goto(`/enter?tenant=resort#${passcode}`);
    await expect(thief.getByRole("alert")).toContainText("This pass is no longer valid");
    await thief.goto("/enter");
    await expect(thief.getByRole("alert")).toContainText("Nobody brought you here.");
    await thief.getByRole("link", { name: "Back to sign-in" }).click();
    await expect(thief.getByRole("heading", { level: 1, name: "Welcome back" })).toBeVisible();
  });
});

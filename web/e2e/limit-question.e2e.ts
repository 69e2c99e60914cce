import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { deskOf, takeHouse } from "./desk.ts";
import { stranger } from "./member.ts";
import { apply, keyFor, sandstop } from "./register.ts";
import { seat } from "./seat.ts";
import { ROOT, seeded } from "./staff.ts";
import { expect, test } from "./story.ts";

/** The question, wherever the house asks it. */
function question(page: Page) {
  const main = page.getByRole("main");
  return {
    heading: main.getByRole("heading", { level: 1, name: "Do you want a deposit limit?" }),
    amount: main.getByLabel("At most"),
    set: main.getByRole("button", { name: "Set this limit" }),
    none: main.getByRole("button", { name: "I want no limit" }),
  };
}

test("a house whose law asks: a deposit limit is asked for after the account and in the cashier", async ({
  page,
  another,
  request,
}) => {
  const slug = `isle${randomBytes(4).toString("hex")}`;
  const owner = { ...seeded("owner"), tenant: slug };
  await (await deskOf(request, ROOT)).post("/tenants", {
    slug,
    name: `Isle ${slug} Ltd`,
    jurisdiction: "GB",
    gaming: true,
    loyalty: false,
    languages: ["en"],
    currencies: [{ code: "EUR", scale: 2 }],
    time_zone: "Europe/London",
    support_email: `help@${slug}.test`,
    owner_email: owner.email,
    owner_name: "Olga",
  });
  // The law that asks for a limit also names a register.
  await takeHouse(request, owner);
  await (await deskOf(request, owner)).put("/registers/sandstop", {
    base_url: sandstop(),
    key: await keyFor(request, slug),
    reason: "The law of this house names one.",
  });
  const { heading, amount, set } = question(page);

  await test.step("right after the account is open, with nothing chosen and nothing proposed", async () => {
    await apply(page, slug, stranger(), "Baker");
    await expect(heading).toBeVisible();
    await expect(page.getByRole("main").locator("[aria-pressed=true]")).toHaveCount(0);
    await expect(amount).toHaveValue("");
    await set.click();
    await expect(page.getByText("Choose a day, a week or a month.")).toBeVisible();
    await expect(page.getByText("Give an amount.")).toBeVisible();
    await page.getByRole("link", { name: "Decide before the first deposit" }).click();
    await expect(page).toHaveURL(/\/$/);
  });

  await test.step("who did not decide is asked in the cashier, in the form’s place, and comes to the form", async () => {
    await page.goto("/wallet/deposit");
    await expect(heading).toBeVisible();
    await page.getByRole("button", { name: "Week" }).click();
    await amount.fill("37.5");
    await set.click();
    await expect(page.getByText("Your limit holds from now on.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Deposit" })).toBeVisible();
    await page.goto("/account/limits");
    await expect(page.getByText("€0.00 of €37.50 used")).toBeVisible();
    await page.goto("/welcome/limit");
    await expect(page.getByText("Nothing is left to answer.")).toBeVisible();
  });

  await test.step("no limit is an answer too, and it is kept with where it was given", async () => {
    const other = await another();
    const { call } = await seat(other, slug);
    await other.goto(`/welcome/limit?tenant=${slug}`);
    const asked = question(other);
    await asked.none.click();
    await expect(other.getByText("Noted: no limit. You can set one at any time.")).toBeVisible();
    await other.goto("/wallet/deposit");
    await expect(other.getByRole("heading", { level: 1, name: "Deposit" })).toBeVisible();
    const kept = await call<object>("GET", "/deposit-limit-prompt");
    expect(kept).toMatchObject({ is_open: false, answered: { answer: "none", source: "registration" } });
  });
});

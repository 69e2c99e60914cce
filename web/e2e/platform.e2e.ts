import { randomBytes } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join as path } from "node:path";
import { deskOf } from "./desk.ts";
import { letProofsAge } from "./elsewhere.ts";
import { seat } from "./seat.ts";
import { goTo, ROOT, SECOND, signInAs, signInWith } from "./staff.ts";
import { expect, test } from "./story.ts";

/** Publishes a record in the zone that stands for the DNS in a house on one machine. */
function publish(name: string, value: string): void {
  appendFileSync(path(process.env.E2E_HOME ?? "", "zone.txt"), `${name} TXT "${value}"\n`);
}

const DEPOSIT = { amount: "10.00", currency: "EUR", method: "card" };

test("a name of one’s own: claimed, proven by its record, put to use, served, removed", async ({
  page,
  another,
  complaints,
}) => {
  const name = `play-${randomBytes(4).toString("hex")}.example.com`;
  const visitor = await another();
  const address = `http://${name}:${new URL(process.env.E2E_URL ?? "").port}/api/player/v1/tenant`;
  const served = async () => (await visitor.goto(address))?.status();
  complaints.foresee(/\/api\/player\/v1\/tenant$|\/favicon\.ico$/, 404);

  await signInAs(page, "owner");
  await goTo(page, "Domains");
  await page.getByLabel("Add a name").fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const card = page.getByRole("region", { name });
  const look = card.getByRole("button", { name: "Look now" });

  await test.step("without the record it waits, and cannot be put to use", async () => {
    await expect(card.getByText("Waiting for the record")).toBeVisible();
    await look.click();
    await expect(card.getByText(/no TXT record/)).toBeVisible();
    await expect(card.getByRole("button", { name: "Put to use" })).toHaveCount(0);
    expect(await served()).toBe(404);
  });

  await test.step("with the record it is proven, and still nobody is led there", async () => {
    const [record = "", value = ""] = await card
      .locator("dd")
      .filter({ hasText: "stakehouse" })
      .allTextContents();
    publish(record.trim(), value.trim());
    await look.click();
    await expect(card.getByText("Proven")).toBeVisible();
    expect(await served()).toBe(404);
  });

  await test.step("put to use, it leads whoever types it to this house", async () => {
    await card.getByRole("button", { name: "Put to use" }).click();
    await expect(card.getByText("Active", { exact: true })).toBeVisible();
    await expect.poll(served).toBe(200);
    await expect(visitor.locator("body")).toContainText('"slug":"lucky"');
    await visitor.goto(address.replace("/api/player/v1/tenant", "/"));
    await expect(visitor.getByRole("link", { name: "Open an account" }).first()).toBeVisible();
  });

  await test.step("removed, it leads nowhere again", async () => {
    await card.getByRole("button", { name: "Remove" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove" });
    await dialog.getByLabel("Reason").fill("The brand has another name now");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expect(card).toHaveCount(0);
    await expect.poll(served).toBe(404);
  });
});

test("a house is closed from the console: wound down, suspended, proven who asks, agreed by a second person", async ({
  page,
  another,
  request,
  complaints,
}) => {
  const slug = `over${randomBytes(4).toString("hex")}`;
  const root = await deskOf(request, ROOT);
  await root.post("/tenants", {
    slug,
    name: `Over ${slug} Ltd`,
    jurisdiction: "MT",
    gaming: true,
    loyalty: false,
    languages: ["en"],
    currencies: [{ code: "EUR", scale: 2 }],
    time_zone: "Europe/Malta",
    support_email: `help@${slug}.test`,
    owner_email: `owner@${slug}.test`,
    owner_name: "Olga",
  });
  complaints.foresee(/\/api\/staff\/v1\/dashboard$/, 403);
  await signInWith(page, ROOT);
  await goTo(page, "Tenants");
  await page.getByRole("link", { name: new RegExp(slug) }).click();
  const dialog = page.getByRole("dialog").filter({ hasText: slug });
  const state = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
  const visitor = await another();
  const member = await seat(visitor, slug);

  await test.step("without games a member cannot pay in, and still reaches what is theirs", async () => {
    await page.getByRole("button", { name: "Switch features" }).click();
    await dialog.getByRole("switch", { name: "Gaming" }).click();
    await dialog.getByRole("switch", { name: "Loyalty" }).click();
    await dialog.getByLabel("Reason").fill("Winding down");
    await dialog.getByRole("button", { name: "Switch features" }).click();
    await expect(page.getByText("Gaming off, Loyalty on")).toBeVisible();
    await expect
      .poll(
        async () => (await member.call<{ features: { gaming: boolean } }>("GET", "/tenant")).features.gaming,
      )
      .toBe(false);
    await expect(member.call("POST", "/deposits", DEPOSIT)).rejects.toThrow("feature_off");
    await member.call("GET", "/wallet");
  });

  await test.step("then it is suspended, and nobody is served", async () => {
    await page.getByRole("button", { name: "Suspend" }).click();
    await dialog.getByLabel("Reason").fill("The licence has ended");
    await dialog.getByRole("button", { name: "Suspend" }).click();
    await expect(state.getByText("Suspended")).toBeVisible();
    const answer = await request.get("/api/player/v1/tenant", { headers: { "x-tenant": slug } });
    expect(answer.status()).toBe(403);
  });

  const proof = page.getByRole("dialog", { name: "Is it you?" });
  await test.step("without proving who asks it is refused, and nothing waits", async () => {
    complaints.foresee(/\/close$/, 403);
    letProofsAge(ROOT);
    await page.getByRole("button", { name: "Close for good" }).click();
    await dialog.getByLabel("Reason").fill("The licence has ended");
    await dialog.getByRole("button", { name: "Close for good" }).click();
    await proof.getByRole("button", { name: "Close" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Prove once more that it is you");
    await expect(page.getByText("You asked for this")).toHaveCount(0);
  });

  await test.step("with the proof a second person is asked, and one’s own yes does not count", async () => {
    await dialog.getByRole("button", { name: "Close for good" }).click();
    await proof.getByLabel("Your password").fill(ROOT.password);
    await proof.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByText("You asked for this; somebody else of the platform decides.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Close the house" })).toHaveCount(0);
    await expect(state.getByText("Suspended")).toBeVisible();
  });

  await test.step("the second person sees what was asked, says why, and the house is closed", async () => {
    const second = await another();
    await signInWith(second, SECOND);
    await goTo(second, "Tenants");
    await second.getByRole("link", { name: new RegExp(slug) }).click();
    await expect(second.getByText(`${ROOT.email}: The licence has ended`)).toBeVisible();
    await second.getByRole("button", { name: "Close the house" }).click();
    const decision = second.getByRole("dialog").filter({ hasText: slug });
    await decision.getByRole("button", { name: "Close the house" }).click();
    await expect(decision.getByText("Say why")).toBeVisible();
    await decision.getByLabel("Reason").fill("Seen what stays in the books");
    await decision.getByRole("button", { name: "Close the house" }).click();
    await expect(second.getByText("This house has closed; its books and records are kept.")).toBeVisible();
    await expect(second.getByRole("button", { name: "Reinstate" })).toHaveCount(0);
    await expect(second.getByRole("listitem").filter({ hasText: "Closed for good" })).toContainText(
      SECOND.email,
    );
  });

  await test.step("nobody is served there any more, and the console keeps what happened", async () => {
    await expect
      .poll(async () =>
        (await request.get("/api/player/v1/tenant", { headers: { "x-tenant": slug } })).status(),
      )
      .toBe(410);
    await expect(member.call("GET", "/wallet")).rejects.toThrow("tenant_closed");
    await page.reload();
    const history = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "History" }) })
      .getByRole("listitem");
    await expect(history.locator("p:first-child > span:first-child")).toHaveText([
      "Closed for good",
      "Closing asked for",
      "Suspended",
      "Features switched",
      "Opened",
    ]);
    await goTo(page, "Tenants");
    await expect(page.getByRole("link").filter({ hasText: slug })).toContainText("Closed");
  });
});

test("a house sets its Telegram bot up, and its token is never seen again", async ({
  page,
  request,
  complaints,
}) => {
  complaints.foresee(/\/telegram-bot$/, 404);
  const token = `${Date.now()}:AAF-${randomBytes(16).toString("hex")}`;
  const owner = await deskOf(request, { ...ROOT, email: "owner@bistro.test", tenant: "bistro" });
  const bot = await request.get("/api/staff/v1/telegram-bot", { headers: { "x-tenant": "bistro" } });
  expect(bot.status(), "nobody without a token reads it").toBe(401);
  await signInWith(page, { ...ROOT, email: "owner@bistro.test", tenant: "bistro" });
  await goTo(page, "Settings");
  await page.getByRole("link", { name: "Telegram bot" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Telegram bot" })).toBeVisible();

  await test.step("a token that cannot be one is refused beside its field", async () => {
    await page.getByLabel("Public name").fill("x");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(
      page.getByText("Give the bot’s name: letters, digits and underscores, four at least."),
    ).toBeVisible();
  });

  await test.step("it is saved", async () => {
    await page.getByLabel("Public name").fill("@bistro_table_bot");
    await page.getByLabel("Token").fill(token);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The bot is saved.")).toBeVisible();
    await expect(page.getByText("@bistro_table_bot")).toBeVisible();
    await expect(page.getByText("Kept, never shown")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Token")).toHaveValue("");
    expect(JSON.stringify(await owner.get("/telegram-bot"))).not.toContain(token);
  });

  await test.step("guests are offered it, and the trail tells who set it up", async () => {
    const ways = await request.get("/api/player/v1/auth/telegram", { headers: { "x-tenant": "bistro" } });
    expect(await ways.text()).toContain("bistro_table_bot");
    const { items } = await owner.get<{ items: { action: string; actor: { name: string } }[] }>("/audit");
    expect(items.find(({ action }) => action.includes("telegram"))?.actor.name).toBe("owner@bistro.test");
  });

  await test.step("it is taken away again, with a reason", async () => {
    await page.getByRole("button", { name: "Take the bot away" }).click();
    const dialog = page.getByRole("dialog", { name: "Take the bot away?" });
    await dialog.getByLabel("Reason").fill("Another bot is coming");
    await dialog.getByRole("button", { name: "Take the bot away" }).click();
    await expect(page.getByText("No bot is set up")).toBeVisible();
  });
});

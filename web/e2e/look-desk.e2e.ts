import { type Desk, deskOf } from "./desk.ts";
import { BEFORE_SIGN_IN, FOR_ROOT, FOR_STAFF } from "./desk-pages.ts";
import { look } from "./looking.ts";
import { fund, seat } from "./seat.ts";
import { ROOT, signInAs, signInWith } from "./staff.ts";
import { expect, test } from "./story.ts";

/** Where the first thing of a page's kind is found. */
const LISTS: Record<string, string> = {
  "/members": "/members?query=player@lucky.test",
  "/kyc": "/kyc/cases",
  "/harm": "/harm-cases",
};

/** The address with ids of things that are there. */
async function filled(desk: Desk, address: string): Promise<string> {
  if (!address.includes("$")) return `/backoffice${address}`;
  const place = /^\/[a-z-]+/.exec(address)?.[0] ?? "";
  const { items } = await desk.get<{ items: { id: string }[] }>(LISTS[place] ?? place);
  expect(items.length, `something to show at ${address}`).toBeGreaterThan(0);
  return `/backoffice${address.replace(/\$(id|entry)/, items[0]?.id ?? "")}`;
}

test("before staff sign in: nothing keeps anybody out @look", async ({ page, complaints }) => {
  complaints.foresee(/\/auth\/pass$/, 401);
  for (const address of BEFORE_SIGN_IN) await look(page, `/backoffice${address}`);
});

test("staff: nothing keeps anybody out, in both themes, on desktop and phone @look", async ({
  page,
  another,
  request,
  complaints,
}) => {
  complaints.foresee(/\/api\/staff\/v1\/telegram-bot$/, 404);
  const owner = await deskOf(request, "owner");
  const { items } = await owner.get<{ items: { id: string }[] }>("/members?query=player@lucky.test");
  await owner.post(`/members/${items[0]?.id}/reset-factors`, { reason: "Called back on the number we know" });
  const member = await seat(await another());
  await fund(page, member, "50.00");
  const choices = { target: "50.00", direction: "under" };
  await member.call("POST", "/bets", { game: "dice", currency: "EUR", stake: "1.00", choices });
  const destination = { account: "MT84MALT011000012345MTLCAST001S" };
  await member.call("POST", "/withdrawals", {
    amount: "20.00",
    currency: "EUR",
    method: "sandpay",
    destination,
  });
  await signInAs(page, "owner");
  for (const address of FOR_STAFF) await look(page, await filled(owner, address));

  const dialogs = [
    ["/team", "Invite"],
    ["/team", /analyst@lucky\.test/],
    ["/roles", "New role"],
    ["/evidence", "New pack"],
    ["/members/$id", "Adjust balance"],
    ["/members/$id", "See as member"],
    ["/members/$id", "Lost second factor"],
    ["/members/$id", "Suspend"],
  ] as const;
  for (const [address, button] of dialogs)
    await look(page, await filled(owner, address), async () => {
      await page.getByRole("button", { name: button }).first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
    });
});

test("the platform’s console: nothing keeps anybody out @look", async ({ page, request, complaints }) => {
  complaints.foresee(/\/api\/staff\/v1\/dashboard$/, 403);
  const root = await deskOf(request, ROOT);
  await signInWith(page, ROOT);
  for (const address of FOR_ROOT) await look(page, await filled(root, address));
  await look(page, "/backoffice/tenants", async () => {
    await page.getByRole("button", { name: "Open a tenant" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
  await look(page, "/backoffice/tenants", async () => {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByRole("button", { name: "Switch house" }).click();
    await expect(page.getByRole("dialog", { name: "Your houses" })).toBeVisible();
  });
});

test("a visit of support: the banner keeps nobody out @look", async ({ page, request, complaints }) => {
  complaints.foresee(/\/api\/player\/v1\/auth\/refresh$/, 401);
  const member = await seat(page);
  await fund(page, member, "20.00");
  const { member_id } = await member.call<{ member_id: string }>("GET", "/me");
  const support = await deskOf(request, "support");
  const { id, code } = await support.post<{ id: string; code: string }>(`/members/${member_id}/impersonate`, {
    reason: "Asked by telephone what the wallet shows",
    minutes: 15,
  });
  await page.context().clearCookies();
  await look(page, `/visit#${code}`, () =>
    expect(page.getByRole("region", { name: "Support sees this account." })).toBeVisible(),
  );
  await support.post(`/impersonations/${id}/end`, {});
});

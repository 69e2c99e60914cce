import { expect } from "@playwright/test";
import { fromMail } from "./mail.ts";
import { signIn, stranger } from "./member.ts";
import { apply, keyFor, sandstop } from "./register.ts";
import { seat } from "./seat.ts";
import { goTo, seeded, signInAs, signInWith } from "./staff.ts";
import { test } from "./story.ts";

test("the family asks on a page of the house; staff find the member and keep them out", async ({
  page,
  another,
  complaints,
}) => {
  const { person } = await seat(await another());
  const email = stranger().email;

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Worried about somebody? Ask us to keep them out" }).click();
  await page.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("A sentence or two, please.")).toBeVisible();
  await page.getByLabel("Your name").fill("Bea Archer");
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByLabel("Their first name").fill("Ann");
  await page.getByLabel("Their last name").fill("Archer");
  await page.getByLabel("E-mail or username they use here").fill(person.email);
  await page
    .getByLabel("Why, and what you can show")
    .fill("My sister lost her flat to this; I have the notice.");
  await page.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByRole("heading", { name: "Your request came" })).toBeVisible();
  const reference = await fromMail(page.request, email, /[0-9A-F]{8}/, "Your request came");
  await expect(page.getByText(`Its number is ${reference}.`)).toBeVisible();

  const desk = await another();
  await signInAs(desk, "compliance");
  await goTo(desk, "Asked by others");
  const request = desk.getByRole("article", { name: reference });
  await expect(request).toContainText("My sister lost her flat");
  await request.getByRole("button", { name: "Keep out" }).click();
  const dialog = desk.getByRole("dialog", { name: "Keep out" });
  await dialog.getByRole("radio", { name: person.username }).check();
  await dialog.getByLabel("How long").selectOption("1 year");
  await dialog.getByLabel("What was shown").fill("The notice, in the original");
  await dialog.getByLabel("Reason").fill("The harm is plain.");
  await dialog.getByRole("button", { name: "Keep out" }).click();
  await expect(desk.getByText("The member is kept out from now on.")).toBeVisible();
  await expect(request).toHaveCount(0);

  complaints.foresee(/\/api\/player\/v1\/auth\/login$/, 423);
  await signIn(page, person);
  await expect(page.getByRole("alert")).toContainText(/^This account rests until /);
});

test("a national register: connected by staff, asked at registration; a hit and silence open no account", async ({
  page,
  another,
  complaints,
}) => {
  const register = sandstop();
  const owner = await another();
  await signInWith(owner, seeded("owner", "resort"));
  await goTo(owner, "Registers");
  await owner.getByRole("button", { name: "Connect" }).click();
  const dialog = owner.getByRole("dialog", { name: "Connect" });
  await dialog.getByLabel("Address").fill(register);
  await dialog.getByRole("textbox", { name: "Key" }).fill(await keyFor(page.request, "resort"));
  await dialog.getByLabel("Reason").fill("Our licence asks for it.");
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(owner.getByText("The register is connected.")).toBeVisible();
  await owner.getByRole("button", { name: "Test call" }).click();
  await expect(owner.getByText(/^It answered in \d+ ms\.$/)).toBeVisible();

  const listed = stranger();
  const form = { firstName: "Nell", lastName: "Archer", dateOfBirth: "1990-05-17", postcode: "VLT 1117" };
  await page.request.post(`${register}/operator/people`, { form: { ...form, email: listed.email } });
  complaints.foresee(/\/api\/player\/v1\/auth\/confirm$/, 423);
  await apply(page, "resort", listed, "Archer");
  await expect(page.getByRole("alert")).toContainText("You are on the national register");

  await page.request.post(`${register}/operator/mode`, { form: { mode: "closed" } });
  complaints.foresee(/\/api\/player\/v1\/auth\/confirm$/, 503);
  await apply(page, "resort", stranger(), "Baker");
  await expect(page.getByRole("alert")).toContainText("does not answer just now");
  await page.request.post(`${register}/operator/mode`, { form: { mode: "well" } });

  await owner.getByRole("button", { name: "Disconnect" }).click();
  await owner.getByRole("dialog").getByLabel("Reason").fill("The contract ended.");
  await owner.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(owner.getByText("Not asked")).toBeVisible();
});

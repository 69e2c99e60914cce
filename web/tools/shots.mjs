/**
 * Walks the pages of both faces in both themes and two widths and writes screenshots into `shots/`.
 *
 * The house must stand; `standing.mjs` says how it is named. Words on the command line choose pages by name.
 */

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { faces, house, openBrowser, signIn } from "./standing.mjs";

const out = fileURLToPath(new URL("../shots/", import.meta.url));
const only = process.argv.slice(2);

const themes = ["light", "dark"];
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
};

/** Each page: its name, its address, and what is done on it before the picture is taken. */
const player = {
  strangers: [
    ["welcome", "/"],
    ["register", "/register"],
    ["confirm", "/confirm?email=someone@example.com"],
    ["sign-in", "/sign-in"],
    ["verify", "/fairness/verify"],
    ["forgot", "/forgot"],
    ["enter", "/enter"],
    ["telegram", "/sign-in/telegram"],
    ["not-found", "/nowhere"],
  ],
  pages: [
    ["lobby", "/"],
    ["dice", "/games/dice", bet(1500)],
    ["limbo", "/games/limbo", bet(2200)],
    ["slots", "/games/slots", bet(3200)],
    ["roulette", "/games/roulette", chips],
    ["mines", "/games/mines", tiles],
    ["wallet", "/wallet"],
    ["deposit", "/wallet/deposit"],
    ["withdraw", "/wallet/withdraw"],
    ["history", "/history"],
    ["rounds", "/history?tab=rounds"],
    ["round", "/history?tab=rounds", openFirst],
    ["fairness", "/fairness"],
    ["account", "/account"],
    ["limits", "/account/limits"],
    ["break", "/account/break"],
    ["limit", "/account/limits", open(/^(Set|Change).*Day$/)],
    ["exclusion", "/account/break", open("Exclude me")],
    ["sessions", "/account/sessions"],
    ["security", "/account/security"],
    ["credentials", "/account/sign-in"],
    ["verification", "/account/verification"],
    ["visits", "/account/visits"],
    ["data", "/account/data"],
    ["complaints", "/account/complaints"],
    ["complaint", "/account/complaints", open("File a complaint")],
    ["menu", "/", open("Colours and language")],
  ],
};

const backoffice = {
  strangers: [["sign-in", "/backoffice/sign-in"]],
  pages: [
    ["dashboard", "/backoffice/"],
    ["members", "/backoffice/members"],
    ["member", "/backoffice/members", openFirst],
    ["withdrawals", "/backoffice/withdrawals"],
    ["withdrawal", "/backoffice/withdrawals", openFirst],
    ["deposits", "/backoffice/deposits"],
    ["approvals", "/backoffice/approvals"],
    ["rounds", "/backoffice/rounds"],
    ["round", "/backoffice/rounds", openFirst],
    ["audit", "/backoffice/audit"],
    ["ledger", "/backoffice/ledger"],
    ["games", "/backoffice/games"],
    ["jackpots", "/backoffice/jackpots"],
    ["roles", "/backoffice/roles"],
  ],
};

function bet(waitMs) {
  return async (page) => {
    await page.getByRole("button", { name: /^Bet/ }).click();
    await page.waitForTimeout(waitMs);
  };
}

async function chips(page) {
  for (const name of ["Number 17", "Red", "Dozen 2: 13–24", "4 numbers: 1, 2, 4, 5"])
    await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: /^Bet/ }).click();
  await page.waitForTimeout(5000);
}

async function tiles(page) {
  const start = page.getByRole("button", { name: /^Bet/ });
  if (await start.count()) await start.click();
  for (let opened = 0; opened < 2; opened++) {
    await page.waitForTimeout(900);
    const covered = page.locator('[data-tile][aria-disabled="false"]');
    if (await covered.count()) await covered.nth(7).click();
  }
  await page.waitForTimeout(1200);
}

function open(name) {
  return async (page) => {
    await page.getByRole("button", { name }).first().click();
    await page.waitForTimeout(600);
  };
}

async function openFirst(page) {
  await page.locator("tbody tr button, tbody tr a").first().click();
  await page.waitForTimeout(1500);
}

async function walk(browser, name, face) {
  for (const [size, view] of Object.entries(sizes))
    for (const theme of themes)
      for (const [who, pages] of [
        ["stranger", face.strangers],
        ["own", face.pages],
      ]) {
        const context = await browser.newContext({ ...view, colorScheme: theme, locale: "en-GB" });
        if (who === "own") await signIn(context, faces[name]);
        const page = await context.newPage();
        for (const [title, address, act] of pages) {
          if (only.length && !only.includes(title)) continue;
          await page.goto(house + address, { waitUntil: "domcontentloaded" });
          await page.waitForTimeout(1800);
          await act?.(page).catch((error) => console.warn(`  ${title}: ${error.message.split("\n")[0]}`));
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          await page.screenshot({
            path: `${out}${name}-${title}-${size}-${theme}.png`,
            fullPage: size === "desktop",
          });
          console.log(`${name} ${title} ${size} ${theme}${wide ? " — wider than the screen" : ""}`);
        }
        await context.close();
      }
}

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
await walk(browser, "player", player);
await walk(browser, "backoffice", backoffice);
await browser.close();

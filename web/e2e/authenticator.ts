import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const STEP_MS = 30_000;

/** What an authenticator app shows for a key at a time (RFC 6238). */
export function shownBy(key: string, at: number): string {
  const bits = [...key].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Sets an authenticator app up; answers its key and the recovery codes. */
export async function setUpApp(page: Page): Promise<{ key: string; codes: string[] }> {
  await page.goto("/account/security");
  await page
    .getByRole("region", { name: "Authenticator app" })
    .getByRole("button", { name: "Set up" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Set up the app" });
  // Cameras need the dark squares on light ground, in the dark theme too.
  await expect(dialog.getByRole("img")).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  const key = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByLabel("Six-digit code of the app").fill(shownBy(key, Date.now()));
  await dialog.getByRole("button", { name: "Turn it on" }).click();
  const sheet = page.getByRole("dialog", { name: "Your recovery codes" });
  await expect(sheet.locator("code")).toHaveCount(10);
  const codes = await sheet.locator("code").allTextContents();
  const coming = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "Download" }).click();
  expect(
    readFileSync(await (await coming).path(), "utf8")
      .trim()
      .split("\n"),
  ).toEqual(codes);
  await sheet.getByRole("button", { name: "I have kept them" }).click();
  return { key, codes };
}

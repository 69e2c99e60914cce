/**
 * What the tools that look at a standing house share. SHOTS_URL or STAKEHOUSE_URL names the house (default
 * http://127.0.0.1:8000), STAKEHOUSE_DEMO_PASSWORD is the password of the seeded sign-ins, CHROMIUM the browser.
 */

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const house = process.env.SHOTS_URL ?? process.env.STAKEHOUSE_URL ?? "http://127.0.0.1:8000";

const password = process.env.STAKEHOUSE_DEMO_PASSWORD ?? "";
const browserPath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

export const faces = {
  player: { api: "/api/player/v1", email: "player@lucky.test" },
  backoffice: { api: "/api/staff/v1", email: "owner@lucky.test" },
};

/** Opens the browser, or says what is missing and ends. */
export function openBrowser() {
  if (!password) {
    console.error("Set STAKEHOUSE_DEMO_PASSWORD to the password that `make up` printed on its first start.");
    process.exit(1);
  }
  return chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
}

/** Signs a browser in at a face without its form. */
export async function signIn(context, { api, email }) {
  const answer = await context.request.post(`${house}${api}/auth/login`, {
    headers: { "x-tenant": "lucky", "x-requested-with": "stakehouse" },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
  await context.addInitScript((flag) => localStorage.setItem(flag, "1"), `stakehouse.session:${api}:lucky`);
}

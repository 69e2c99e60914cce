import { defineConfig } from "@playwright/test";
import { browserPath } from "./browser.ts";

const MINUTE_MS = 60_000;

/** A name that a story claims for a house leads the browser to this machine, as the DNS and TLS would. */
const NAMES_OF_STORIES = [
  "--host-resolver-rules=MAP *.example.com 127.0.0.1",
  "--unsafely-treat-insecure-origin-as-secure=*.example.com",
];

export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  globalSetup: "./house.ts",
  outputDir: "../test-results",
  // One house, one browser: the stories share two cores with PostgreSQL and NATS.
  workers: 1,
  // A quiet machine needs a tenth of this; a busy one must not make a story fail.
  timeout: 10 * MINUTE_MS,
  expect: { timeout: Number(process.env.E2E_PATIENCE ?? 30_000) },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "en-GB",
    timezoneId: "Europe/Malta",
    viewport: { width: 1280, height: 860 },
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 30_000,
    screenshot: "only-on-failure",
    // A trace costs as much again as the story; E2E_TRACE=1 keeps one of each that fails.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: { executablePath: browserPath(), args: ["--no-sandbox", ...NAMES_OF_STORIES] },
  },
});

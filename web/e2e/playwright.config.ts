import { defineConfig } from "@playwright/test";
import { browserPath } from "./browser.ts";

const MINUTE_MS = 60_000;

export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  globalSetup: "./house.ts",
  outputDir: "../test-results",
  // One house, one browser: the stories share two cores with PostgreSQL and NATS.
  workers: 1,
  timeout: 4 * MINUTE_MS,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "en-GB",
    timezoneId: "Europe/Malta",
    viewport: { width: 1280, height: 860 },
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: browserPath(), args: ["--no-sandbox"] },
  },
});

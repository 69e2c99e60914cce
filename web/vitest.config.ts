import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [
    lingui({ configPath: fileURLToPath(new URL("./packages/i18n/lingui.config.ts", import.meta.url)) }),
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("./apps/player/src", import.meta.url)) } },
  test: {
    environment: "happy-dom",
    environmentOptions: { happyDOM: { url: "http://localhost:3000" } },
    include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
  },
});

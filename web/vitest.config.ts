import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const web = fileURLToPath(new URL(".", import.meta.url));

/** `~` is the source of the face that imports, so that both faces' tests run in one go. */
const ownSource: Plugin = {
  name: "own-source",
  enforce: "pre",
  resolveId(source, importer) {
    if (!source.startsWith("~/")) return null;
    const [, face = "player"] = /apps\/(\w+)\//.exec(importer ?? "") ?? [];
    return this.resolve(`${web}apps/${face}/src/${source.slice(2)}`);
  },
};

export default defineConfig({
  plugins: [
    ownSource,
    lingui({ configPath: fileURLToPath(new URL("./packages/i18n/lingui.config.ts", import.meta.url)) }),
  ],
  test: {
    environment: "happy-dom",
    environmentOptions: { happyDOM: { url: "http://localhost:3000" } },
    include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
  },
});

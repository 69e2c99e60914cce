import { fileURLToPath } from "node:url";
import type { LinguiConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

const rootDir = fileURLToPath(new URL(".", import.meta.url));

const config: LinguiConfig = {
  rootDir,
  sourceLocale: "en",
  locales: ["en", "ru", "id"],
  fallbackLocales: { default: "en" },
  // Ids are written by hand and never hashed: the same key serves the screens, the tests and a tenant's overrides.
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false, origins: false }),
  catalogs: ["shared", "player", "play", "account", "care", "cashier", "security", "backoffice", "house"].map(
    (name) => ({
      path: `<rootDir>/locales/${name}/{locale}`,
      include: [],
    }),
  ),
};

export default config;

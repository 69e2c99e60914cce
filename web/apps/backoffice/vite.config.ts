import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { face } from "../../vite.app.ts";
import { ahead } from "./ahead.ts";

export default defineConfig(
  face({
    name: "backoffice",
    root: fileURLToPath(new URL(".", import.meta.url)).slice(0, -1),
    base: "/backoffice/",
    port: 5174,
    ahead,
    fonts: ["inter"],
  }),
);

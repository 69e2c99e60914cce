import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { face } from "../../vite.app.ts";
import { ahead } from "./ahead.ts";

export default defineConfig(
  face({
    name: "player",
    root: fileURLToPath(new URL(".", import.meta.url)).slice(0, -1),
    base: "/",
    port: 5173,
    ahead,
    fonts: ["inter", "sofia"],
  }),
);

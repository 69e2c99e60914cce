/** Type-checks each face on its own: the routers' registered types would collide in one program. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const failed = ["player", "backoffice"].filter(
  (face) => spawnSync("npx", ["tsc", "-p", `apps/${face}`], { cwd: web, stdio: "inherit" }).status !== 0,
);
process.exit(failed.length ? 1 : 0);

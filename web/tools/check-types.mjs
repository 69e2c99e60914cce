/** Type-checks each face and the browser stories on their own: the routers' registered types would collide in one program. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const failed = ["apps/player", "apps/backoffice", "e2e"].filter(
  (program) => spawnSync("npx", ["tsc", "-p", program], { cwd: web, stdio: "inherit" }).status !== 0,
);
process.exit(failed.length ? 1 : 0);

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { browserPath } from "./browser.ts";

const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = join(CHECKOUT, ".venv/bin/stakehouse");
const READY_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 250;
const LOG_TAIL = 3000;
const MEMORY = "/dev/shm";
const ROOM = 4 * 1024 ** 3;

/**
 * Starts a house of its own for the stories; what it returns stops the house and leaves nothing behind.
 * Whoever writes stories names a standing house instead, with E2E_URL, E2E_PASSWORD and E2E_HOME.
 */
export default async function standHouse(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL) return undefined;
  checkNeeds();
  const folder = mkdtempSync(join(throwAway(), "stakehouse-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const password = randomBytes(12).toString("base64url");
  const log = join(folder, "up.log");
  const output = openSync(log, "w");
  const house = spawn(COMMAND, ["up", "--tied"], {
    cwd: CHECKOUT,
    env: {
      ...withoutOurs(process.env),
      STAKEHOUSE_HOME: join(folder, "home"),
      STAKEHOUSE_PORT: String(port),
      STAKEHOUSE_DEMO_PASSWORD: password,
      // Else each of its processes compiles the whole program at its start.
      PYTHONDONTWRITEBYTECODE: "",
    },
    stdio: ["ignore", output, output],
  });

  async function leave(): Promise<void> {
    await stop(house);
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await untilReady(house, url);
  } catch (error) {
    const said = readFileSync(log, "utf8").slice(-LOG_TAIL);
    await leave();
    throw new Error(`${(error as Error).message} It said:\n${said}`);
  }
  process.env.E2E_URL = url;
  process.env.E2E_PASSWORD = password;
  process.env.E2E_HOME = join(folder, "home");
  return leave;
}

/** Where files lie that nobody keeps: in memory, where there is room. */
function throwAway(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}

function checkNeeds(): void {
  const browser = browserPath();
  if (!browser || !existsSync(browser))
    throw new Error(
      "The browser stories need Chromium. On Debian: apt-get install chromium. Elsewhere set CHROMIUM to its path.",
    );
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is missing. Install the house first: make install`);
  for (const face of ["player", "backoffice"])
    if (!existsSync(join(CHECKOUT, "web/apps", face, "dist/index.html")))
      throw new Error(`The ${face} face is not built. Build it first: make web`);
}

/** The environment without settings of another house. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("STAKEHOUSE_")));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

async function untilReady(house: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + READY_LIMIT_MS;
  while (Date.now() < until) {
    if (house.exitCode !== null) throw new Error(`The house ended with ${house.exitCode} before it stood.`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(LOOK_AGAIN_MS);
  }
  throw new Error(`The house did not stand within ${READY_LIMIT_MS / 1000} s.`);
}

async function stop(house: ChildProcess): Promise<void> {
  if (house.exitCode !== null || house.signalCode !== null) return;
  const gone = once(house, "exit");
  house.kill("SIGTERM");
  const inTime = await Promise.race([gone.then(() => true), pause(STOP_LIMIT_MS, false, { ref: false })]);
  if (inTime) return;
  house.kill("SIGKILL");
  await gone;
}

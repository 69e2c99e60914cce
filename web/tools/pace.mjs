/**
 * Measures how fast the standing house feels on a telephone of the middle range: a processor four times slower,
 * 1.6 Mbit/s and 150 ms to each answer, nothing cached. Each page is opened and used three times; the medians are
 * compared with the budgets. Words on the command line choose pages by name; PACE_TELL=1 tells what was painted last,
 * what answered slowest, and what moved.
 */

import { cpus, loadavg } from "node:os";
import { faces, house, openBrowser, signIn } from "./standing.mjs";

const RUNS = Number(process.env.PACE_RUNS ?? 3);
const SLOWER = Number(process.env.PACE_SLOWER ?? 4);
const NETWORK = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const TELEPHONE = {
  viewport: { width: 412, height: 823 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 1.75,
};
const QUIET_MS = 1500;
const ANSWER_MS = 900;
const KB = 1000;

const budgets = {
  player: { lcp: 1800, tbt: 100, cls: 0.02, inp: 100 },
  backoffice: { lcp: 2500, tbt: 200, cls: 0.02, inp: 120 },
};

/** Each page: its face, its address, whether one is signed in, and what is done on it. */
const pages = {
  welcome: { face: "player", address: "/", use: [press("button", "Colours and language"), key("Escape")] },
  lobby: {
    face: "player",
    address: "/",
    isSignedIn: true,
    use: [type("searchbox", "di"), press("button", "Colours and language"), key("Escape")],
  },
  dice: {
    face: "player",
    address: "/games/dice",
    isSignedIn: true,
    use: [press("button", /^Double|^2×|^×2/), press("button", /^Bet/), press("button", /^Bet/)],
  },
  slots: {
    face: "player",
    address: "/games/slots",
    isSignedIn: true,
    use: [press("button", /^Bet/), press("button", /^Bet/)],
  },
  wallet: {
    face: "player",
    address: "/wallet",
    isSignedIn: true,
    use: [press("button", /choose the currency/), key("Escape"), press("link", "History")],
  },
  dashboard: {
    face: "backoffice",
    address: "/backoffice/",
    isSignedIn: true,
    use: [key("Tab"), key("Control+k"), key("Escape")],
  },
};

function press(role, name) {
  return async (page) => page.getByRole(role, { name }).first().tap({ timeout: 10_000 });
}

function type(role, text) {
  return async (page) => page.getByRole(role).first().pressSequentially(text, { timeout: 10_000 });
}

function key(name) {
  return async (page) => page.keyboard.press(name);
}

/** Runs in the page before anything else and keeps what the browser tells of its own pace. */
function listen() {
  const seen = { lcp: 0, what: "", cls: 0, tbt: 0, inp: 0, slowest: "", moved: [], last: 0 };
  globalThis.pace = seen;
  const observe = (type, take, more) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.last = performance.now();
        take(entry);
      }
    }).observe({ type, buffered: true, ...more });
  observe("largest-contentful-paint", (entry) => {
    seen.lcp = entry.startTime;
    seen.what = entry.element
      ? `${entry.element.tagName.toLowerCase()} ${entry.element.className}`
      : entry.url;
  });
  observe("layout-shift", (entry) => {
    // What a person causes may move; what comes while the page loads may not.
    if (entry.hadRecentInput || seen.isUsed) return;
    seen.cls += entry.value;
    for (const { node, previousRect, currentRect } of entry.sources)
      seen.moved.push(
        `${node?.nodeName} ${node?.className} from ${previousRect.top}+${previousRect.height} to ${currentRect.top}+${currentRect.height}`,
      );
  });
  observe("longtask", (entry) => {
    if (!seen.isUsed) seen.tbt += Math.max(entry.duration - 50, 0);
  });
  observe(
    "event",
    (entry) => {
      if (!entry.interactionId || entry.duration <= seen.inp) return;
      seen.inp = entry.duration;
      seen.slowest = `${entry.name} on ${entry.target?.textContent?.trim().slice(0, 30) || entry.target?.tagName}`;
    },
    { durationThreshold: 16 },
  );
}

/** Opens and uses a page once, in a browser that has never seen it. */
async function measure(browser, { face, address, isSignedIn, use }) {
  const context = await browser.newContext({ ...TELEPHONE, locale: "en-GB" });
  if (isSignedIn) await signIn(context, faces[face]);
  await context.addInitScript(listen);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const loaded = { script: 0, all: 0 };
  const kinds = new Map();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type: kind }) => kinds.set(requestId, kind));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    loaded.all += encodedDataLength;
    if (kinds.get(requestId) === "Script") loaded.script += encodedDataLength;
  });
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(house + address, { waitUntil: "load" });
  await page.locator("#root:not([inert]) h1").first().waitFor({ state: "attached" });
  await page.waitForFunction((quiet) => performance.now() - globalThis.pace.last > quiet, QUIET_MS, {
    polling: 250,
  });
  const weight = { ...loaded };
  await page.evaluate(() => {
    globalThis.pace.isUsed = true;
  });
  for (const act of use) {
    await act(page).catch((error) => console.warn(`  ${address}: ${error.message.split("\n")[0]}`));
    await page.waitForTimeout(ANSWER_MS);
  }
  const seen = await page.evaluate(() => globalThis.pace);
  await context.close();
  return { ...seen, script: weight.script / KB, all: weight.all / KB };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

const only = process.argv.slice(2);
const browser = await openBrowser();
const head = ["page", "LCP ms", "TBT ms", "CLS", "INP ms", "script kB", "all kB"];
console.log(head.map((word, at) => (at ? word.padStart(11) : word.padEnd(12))).join(""));
let isOver = false;
for (const [name, page] of Object.entries(pages)) {
  if (only.length && !only.includes(name)) continue;
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, page));
  const figures = Object.fromEntries(
    ["lcp", "tbt", "cls", "inp", "script", "all"].map((what) => [what, median(runs.map((run) => run[what]))]),
  );
  const cell = (what, digits) => {
    const over = figures[what] > (budgets[page.face][what] ?? Number.POSITIVE_INFINITY);
    isOver ||= over;
    return `${over ? "!" : ""}${figures[what].toFixed(digits)}`.padStart(11);
  };
  const cells = [
    cell("lcp", 0),
    cell("tbt", 0),
    cell("cls", 3),
    cell("inp", 0),
    cell("script", 0),
    cell("all", 0),
  ];
  console.log(name.padEnd(12) + cells.join(""));
  const worst = runs.reduce((a, b) => (b.inp > a.inp ? b : a));
  if (process.env.PACE_TELL)
    console.log([`painted last: ${worst.what}`, `slowest: ${worst.slowest}`, ...worst.moved].join("\n  "));
}
await browser.close();
console.log(
  `load of the machine: ${loadavg()[0].toFixed(1)} on ${cpus().length} processors; beside other work it is slower`,
);
for (const [face, { lcp, tbt, cls, inp }] of Object.entries(budgets))
  console.log(`budget of the ${face}: LCP ${lcp} ms, TBT ${tbt} ms, CLS ${cls}, INP ${inp} ms`);
process.exit(isOver ? 1 : 0);

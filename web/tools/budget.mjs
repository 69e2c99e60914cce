/**
 * Compares what was built with the budgets: first script, style sheet and every lazy page, gzip-compressed.
 *
 * The first script counts the English catalogues too, and what comes before the app: all of it is loaded before the app
 * draws anything.
 */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = fileURLToPath(new URL("..", import.meta.url));
const KB = 1000;
const budgets = {
  player: { first: 130, css: 12, page: 30, game: 60 },
  backoffice: { first: 151, css: 14, page: 45, game: 60 },
};

let failed = false;

for (const [face, budget] of Object.entries(budgets)) {
  const dist = `${web}apps/${face}/dist/`;
  const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
  const sizes = new Map();
  const size = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(dist + file), { level: 9 }).length / KB);
    return sizes.get(file);
  };
  const closure = (key, seen = new Set()) => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) closure(next, seen);
    return seen;
  };
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const first = closure(entry);
  for (const key of Object.keys(manifest)) if (manifest[key].name === "texts-en") closure(key, first);
  const total = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
  const before = /assets\/first-[\w-]+\.js/.exec(readFileSync(`${dist}index.html`, "utf8"))[0];
  const css = [...first].flatMap((key) => manifest[key].css ?? []).reduce((sum, file) => sum + size(file), 0);

  report(face, "first script", size(before) + total(first), budget.first);
  report(face, "style sheet", css, budget.css);
  const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && !key.endsWith(".po"));
  const own = pages
    .map((key) => ({ key, kb: total([...closure(key)].filter((each) => !first.has(each))) }))
    .sort((a, b) => b.kb - a.kb);
  for (const { key, kb } of own) {
    const limit = /slots/.test(key) ? budget.game : budget.page;
    if (kb > limit || own.findIndex((each) => each.key === key) < 5)
      report(face, key.replace(/^.*src\//, ""), kb, limit);
  }
}

function report(face, what, kb, limit) {
  const over = kb > limit;
  failed ||= over;
  console.log(
    `${over ? "OVER " : "ok   "} ${face.padEnd(11)} ${what.padEnd(48)} ${kb.toFixed(1).padStart(7)} of ${limit} kB`,
  );
}

process.exit(failed ? 1 : 0);

/**
 * Makes what is generated: typed message ids from the English catalogues, and API types from the OpenAPI documents.
 *
 * `node tools/gen.mjs` writes; with `--check` it writes nothing and fails when something is out of date.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { parameters, readCatalogue } from "./po.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const check = process.argv.includes("--check");
const NOTE = "// Made by `npm run gen`; do not edit.\n";
const stale = [];

function put(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  if (check) stale.push(path.slice(web.length));
  else writeFileSync(path, text);
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

for (const name of [
  "shared",
  "player",
  "play",
  "account",
  "care",
  "cashier",
  "security",
  "backoffice",
  "house",
]) {
  const texts = readCatalogue(`${web}packages/i18n/locales/${name}/en.po`);
  const lines = [...texts].map(([id, text]) => {
    const fields = [...parameters(text)].map(([key, kind]) => `${key}: ${kind}`);
    return `  ${JSON.stringify(id)}: ${fields.length ? `{ ${fields.join("; ")} }` : "null"};`;
  });
  const body = `${NOTE}export interface ${capital(name)}Messages {\n${lines.join("\n")}\n}\n`;
  put(`${web}packages/i18n/src/generated/${name}.gen.ts`, body);
}

for (const name of ["player", "staff"]) {
  const source = `${web}../docs/api/${name}.json`;
  if (!existsSync(source)) continue;
  const tree = await openapiTS(JSON.parse(readFileSync(source, "utf8")));
  put(`${web}packages/api/src/generated/${name}.gen.ts`, NOTE + astToString(tree));
}

if (stale.length) {
  console.error(`Out of date, run "npm run gen": ${stale.join(", ")}`);
  process.exit(1);
}

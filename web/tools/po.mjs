/** The smallest reader of PO files that our catalogues need: ids and texts, each possibly over several lines. */

import { readFileSync } from "node:fs";

const LINE = /^(msgid|msgstr)?\s*"((?:[^"\\]|\\.)*)"$/;

/** The texts of one catalogue by id; the header entry is left out. */
export function readCatalogue(path) {
  const texts = new Map();
  let part = null;
  let id = "";
  let text = "";
  const close = () => {
    if (part === "msgstr" && id !== "") texts.set(id, text);
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const match = LINE.exec(line.trim());
    if (!match) continue;
    const piece = JSON.parse(`"${match[2]}"`);
    if (match[1] === "msgid") {
      close();
      [part, id, text] = ["msgid", piece, ""];
    } else if (match[1] === "msgstr") {
      [part, text] = ["msgstr", piece];
    } else if (part === "msgid") id += piece;
    else text += piece;
  }
  close();
  return texts;
}

/** The parameters an ICU text names, sorted, each with the kind of value it takes. */
export function parameters(text) {
  const found = new Map();
  readText(text, 0, found);
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

/** Reads text up to the brace that closes it; a brace that opens begins an argument. */
function readText(text, from, found) {
  let at = from;
  while (at < text.length && text[at] !== "}")
    at = text[at] === "{" ? readArgument(text, at + 1, found) : at + 1;
  return at;
}

/** Reads `name}`, `name, kind}` or `name, kind, branch {text} …}`; answers the place behind its brace. */
function readArgument(text, from, found) {
  const [head, name, kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/.exec(text.slice(from)) ?? ["", ""];
  if (name) found.set(name, kind === "plural" || kind === "number" ? "number" : "string | number");
  let at = from + head.length;
  while (at < text.length && text[at] !== "}")
    at = text[at] === "{" ? readText(text, at + 1, found) + 1 : at + 1;
  return at + 1;
}

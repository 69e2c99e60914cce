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
  for (const [, name, kind] of text.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)) {
    // The branches of a plural hold texts like {one day}: a parameter is a lone word or a word with a format.
    const lone = new RegExp(`\\{\\s*${name}\\s*[,}]`).test(text);
    if (lone) found.set(name, kind === "plural" || kind === "number" ? "number" : "string | number");
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

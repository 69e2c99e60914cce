// @vitest-environment node
/** The catalogues: English complete, the other languages with the same ids and the same parameters. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { COMPLETE, LOCALES as LANGUAGES } from "../packages/i18n/src/locales";
// @ts-expect-error plain JavaScript, shared with the build tools
import { parameters, readCatalogue } from "../tools/po.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const names = ["shared", "player", "play", "account", "backoffice"];

function catalogue(name: string, language: string): Map<string, string> {
  return readCatalogue(`${web}packages/i18n/locales/${name}/${language}.po`);
}

describe.each(names)("the %s catalogue", (name) => {
  const english = catalogue(name, "en");

  it("has a text for every id", () => {
    expect([...english].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(LANGUAGES)("has no id in %s that English lacks", (language) => {
    expect([...catalogue(name, language).keys()].filter((id) => !english.has(id))).toEqual([]);
  });

  it.each(LANGUAGES)("names the same parameters in %s", (language) => {
    const differing = [...catalogue(name, language)]
      .filter(([, text]) => text !== "")
      .filter(
        ([id, text]) =>
          [...parameters(text).keys()].join() !== [...parameters(english.get(id)).keys()].join(),
      )
      .map(([id]) => id);
    expect(differing).toEqual([]);
  });

  it.each(COMPLETE)("is complete in %s", (language) => {
    const texts = catalogue(name, language);
    expect([...english.keys()].filter((id) => !texts.get(id))).toEqual([]);
  });
});

describe("the ids", () => {
  it.each([
    ["the player app", ["shared", "player", "play", "account"]],
    ["the back-office", ["shared", "backoffice"]],
  ])("are each in one of the catalogues of %s", (_, loaded) => {
    const ids = loaded.flatMap((name) => [...catalogue(name, "en").keys()]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("are all used", () => {
    const used = ["apps/player/src", "apps/backoffice/src", "packages/ui/src", "packages/kit/src"]
      .flatMap((folder) =>
        readdirSync(`${web}${folder}`, { recursive: true, encoding: "utf8" })
          .filter((path) => /\.tsx?$/.test(path))
          .map((path) => readFileSync(`${web}${folder}/${path}`, "utf8")),
      )
      .join("\n");
    // An id is used as a whole, or as a template whose fixed beginning it has.
    const beginnings = [...used.matchAll(/`([a-z_.]+)\.\$\{/g)].map(([, beginning]) => `${beginning}.`);
    const steps = [...used.matchAll(/"((?:fair)\.step\.\w+)"/g)].map(([, id]) => `${id}.title`);
    // The groups of words that the server says, listed in the back-office's word.ts.
    for (const [, group] of used.matchAll(/^ {2}\| "(\w+)"/gm)) beginnings.push(`${group}.`);
    const unused = names
      .flatMap((name) => [...catalogue(name, "en").keys()])
      .filter(
        (id) =>
          !used.includes(`"${id}"`) && !beginnings.some((each) => id.startsWith(each)) && !steps.includes(id),
      );
    expect(unused).toEqual([]);
  });
});

// @vitest-environment node
/** The laws of the web, checked over the sources: a rule without a check is only advice. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BEFORE_SIGN_IN, FOR_ROOT, FOR_STAFF } from "../e2e/desk-pages";
import { FOR_MEMBERS, FOR_STRANGERS, FOR_THOSE_KEPT_OUT } from "../e2e/pages";

const web = fileURLToPath(new URL("..", import.meta.url));
const LINES_MAX = 250;

function sources(...folders: string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(`${web}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(tsx?|css)$/.test(path) && !/node_modules|dist\/|\.gen\.ts$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${web}${folder}/${path}`, "utf8") })),
  );
}

const all = sources(
  "apps/player/src",
  "apps/backoffice/src",
  "packages/ui/src",
  "packages/kit/src",
  "packages/api/src",
);

describe("the laws of the web", () => {
  it("keeps every file within 250 lines", () => {
    const long = all.filter(({ text }) => text.split("\n").length > LINES_MAX + 1).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it("writes colours only in the tokens", () => {
    const coloured = all
      .filter(({ path }) => path !== "packages/ui/src/tokens.css")
      .filter(({ text }) =>
        /#[0-9a-f]{6}\b|\b(rgba?|hsla?|oklch|oklab)\(/i.test(text.replaceAll(/in oklch,/g, "")),
      )
      .map(({ path }) => path);
    expect(coloured).toEqual([]);
  });

  it("lets no feature import another", () => {
    const crossing = all.flatMap(({ path, text }) => {
      const own = /apps\/(\w+)\/src\/features\/(\w+)\//.exec(path);
      if (!own) return [];
      const imports = [...text.matchAll(/from "~\/features\/(\w+)|from "(?:\.\.\/)+features\/(\w+)/g)];
      return imports.filter(([, a, b]) => (a ?? b) !== own[2]).map(([found]) => `${path}: ${found}`);
    });
    expect(crossing).toEqual([]);
  });

  it("lets no primitive know the API", () => {
    const knowing = all
      .filter(({ path, text }) => path.startsWith("packages/ui/") && text.includes("@stakehouse/api"))
      .map(({ path }) => path);
    expect(knowing).toEqual([]);
  });

  it("formats money only in Money", () => {
    const formatting = all
      .filter(({ path, text }) => path !== "packages/kit/src/formats.ts" && /style: "currency"/.test(text))
      .map(({ path }) => path);
    expect(formatting).toEqual([]);
  });

  it("shows no text that is not in the catalogues", () => {
    const bare = all
      .filter(({ path }) => path.endsWith(".tsx"))
      .flatMap(({ path, text }) =>
        // Three or more letters and a space between a tag's end and the next tag read as a sentence.
        [...text.matchAll(/>\s*([A-Z][a-z]{2,} [a-z][^<>{}=;()]*)\s*<\//g)].map(
          ([, words]) => `${path}: ${words}`,
        ),
      );
    expect(bare).toEqual([]);
  });

  it("looks at every page of the player app", () => {
    const looked = [...FOR_STRANGERS, ...FOR_MEMBERS, ...FOR_THOSE_KEPT_OUT].map(
      (page) => page.split("?")[0] ?? "",
    );
    const routes = ["router.tsx", "open-routes.ts"].flatMap((name) => {
      const text = all.find(({ path }) => path === `apps/player/src/${name}`)?.text ?? "";
      return [...text.matchAll(/^ {2}path: "([^"]+)"/gm)].map(([, path]) => path ?? "");
    });
    const isLookedAt = (route: string) => {
      const form = new RegExp(`^${route.replace(/\$slug/g, "\\w+").replaceAll("$", "\\$")}$`);
      return looked.some((page) => form.test(page));
    };
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter((route) => !isLookedAt(route))).toEqual([]);
  });

  it("looks at every page of the back-office", () => {
    const looked = [...BEFORE_SIGN_IN, ...FOR_STAFF, ...FOR_ROOT].map((page) => page.split("?")[0] ?? "");
    const routes = ["router.tsx", "house-routes.tsx", "compliance-routes.tsx"].flatMap((name) => {
      const text = all.find(({ path }) => path === `apps/backoffice/src/${name}`)?.text ?? "";
      // A route whose address begins without a slash lies below the one that it names as its parent.
      const found = text.matchAll(/getParentRoute: \(\) => (\w+),\s+path: "([^"]+)"/g);
      return [...found].map(([, parent, path = ""]) => (path.startsWith("/") ? path : `/${parent}/${path}`));
    });
    expect(routes.length).toBeGreaterThan(35);
    expect(routes.filter((route) => !looked.includes(route))).toEqual([]);
  });
});

import { fileURLToPath } from "node:url";
import type { Ahead } from "@stakehouse/kit/first";
import { build, type Plugin } from "vite";
import { drawShells } from "./vite.shells.ts";

/** What a page's first sight needs, as its face writes it: the parts are sources. */
export type PageAhead = Omit<Ahead, "files"> & { parts: readonly string[] };

/** Where the packages of the workspace lie. */
const PACKAGES = fileURLToPath(new URL("./packages", import.meta.url));

/** Fonts of the first paint; the others come when a page shows their letters. */
const FIRST_FONTS = /-first-[\w-]+\.woff2$/;

interface Face {
  name: string;
  root: string;
  base: string;
  ahead: readonly PageAhead[];
  /** Whether titles have a family of their own. */
  fonts: readonly string[];
}

/**
 * Shortens the way to the first paint: writes the first script, which asks for data and parts of a page while the app
 * is on its way, puts the drawings of the pages into the document, and lets texts and fonts load beside the app.
 */
export function comeEarly(face: Face): Plugin {
  const { name, root, base } = face;
  const link = (attrs: Record<string, string | boolean>) => ({
    tag: "link",
    attrs: { ...attrs, crossorigin: true },
    injectTo: "head" as const,
  });
  let first = "";
  return {
    name: "stakehouse-come-early",
    apply: "build",
    generateBundle: {
      order: "pre",
      async handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const entry = chunks.find((chunk) => chunk.isEntry);
        const withImports = (chunk: (typeof chunks)[number], found = new Set<string>()): Set<string> => {
          if (found.has(chunk.fileName)) return found;
          found.add(chunk.fileName);
          for (const next of chunks) if (chunk.imports.includes(next.fileName)) withImports(next, found);
          return found;
        };
        const there = entry ? withImports(entry) : new Set();
        const filesOf = (part: string) => {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${part}`)));
          if (!chunk) throw new Error(`${name}: no chunk holds ${part}, which is to come early`);
          return [...withImports(chunk)].filter((file) => !there.has(file));
        };
        const pages = face.ahead.map(({ parts, ...page }): Ahead => {
          const files = [...new Set(parts.flatMap(filesOf))];
          return { ...page, files: files.map((file) => base + file) };
        });
        const worker = await bundleAlone(`${PACKAGES}/kit/src/warm.ts`, {});
        const warm = this.getFileName(this.emitFile({ type: "asset", name: "warm.js", source: worker }));
        const source = await bundleAlone(`${root}/src/first.ts`, {
          AHEAD: JSON.stringify(pages),
          WARM: JSON.stringify(base + warm),
        });
        const made = this.emitFile({ type: "asset", name: "first.js", source });
        first = this.getFileName(made);
      },
    },
    transformIndexHtml: {
      order: "post",
      handler: async (html, { bundle }) => {
        const files = Object.values(bundle ?? {});
        const chunksNamed = (wanted: string) =>
          files.filter((file) => file.type === "chunk").filter((chunk) => chunk.name === wanted);
        const fonts = files
          .map(({ fileName }) => fileName)
          .filter((file) => FIRST_FONTS.test(file) && face.fonts.some((font) => file.includes(`/${font}-`)));
        const shells = await drawShells(root);
        return {
          html: html.replace('<div id="root"></div>', `<div id="root"></div>${shells}`),
          tags: [
            {
              tag: "script",
              attrs: { src: base + first, async: true, blocking: "render" },
              injectTo: "head-prepend",
            },
            ...chunksNamed("react").map(({ fileName }) => ({
              tag: "script",
              attrs: { type: "module", src: base + fileName, async: true, crossorigin: true },
              injectTo: "head" as const,
            })),
            ...chunksNamed("texts-en").map(({ fileName }) =>
              link({ rel: "modulepreload", href: base + fileName }),
            ),
            ...fonts.map((file) =>
              link({ rel: "preload", as: "font", type: "font/woff2", href: base + file }),
            ),
          ],
        };
      },
    },
  };
}

/** A script in one piece, which waits for nothing. */
async function bundleAlone(input: string, define: Record<string, string>): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    define,
    build: {
      write: false,
      target: "es2023",
      modulePreload: { polyfill: false },
      rollupOptions: { input, output: { format: "iife" } },
    },
  });
  const [output] = [made].flat();
  if (!output || !("output" in output)) throw new Error(`${input} was not built`);
  const [chunk] = output.output;
  return chunk.code;
}

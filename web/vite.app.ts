import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin, UserConfig } from "vite";
import { comeEarly, type PageAhead } from "./vite.ahead.ts";

/** The content policy the server sends; the preview sends it too, so a violation shows early. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The Python process that answers `/api`, `/dev` and the gateway's pages while a face is developed. */
const SERVER = process.env.STAKEHOUSE_URL ?? "http://127.0.0.1:8000";

/** Writes a brotli and a gzip twin beside every text file; the server sends them as they lie there. */
function compressTwins(folder: string): Plugin {
  return {
    name: "stakehouse-compress-twins",
    apply: "build",
    closeBundle() {
      for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!/\.(js|css|html|svg)$/.test(path)) continue;
        const text = readFileSync(`${folder}/${path}`);
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
        writeFileSync(`${folder}/${path}.br`, brotliCompressSync(text, quality));
        writeFileSync(`${folder}/${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

/** What pages share with the same others is a piece of its own from so many bytes on. */
const SMALL = 3_000;

/**
 * Few pieces instead of many: each asks for a way there and back of its own. What the app needs at its start is one,
 * the texts of a language are another; what pages share is gathered by who shares it.
 */
function chunksOf(own: string) {
  const texts = (locale: string) => ({
    name: `texts-${locale}`,
    test: new RegExp(`locales/(shared|${own})/${locale}\\.po$`),
    priority: 3,
  });
  return [
    ...["en", "ru", "id"].map(texts),
    { name: "react", test: /node_modules\/(react|react-dom|scheduler)\/|kit\/src\/mount\.tsx$/, priority: 4 },
    { name: "app", tags: ["$initial" as const], priority: 2 },
    { name: "part", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL, priority: 1 },
  ];
}

interface FaceOptions {
  name: string;
  root: string;
  base: string;
  port: number;
  ahead: readonly PageAhead[];
  fonts: readonly string[];
}

/** The build of one face: plain static files under `base`, every script in a file, nothing inline. */
export function face(options: FaceOptions): UserConfig {
  // The host stays as the browser sees it: the server compares it with the request's origin.
  const server = { target: SERVER, changeOrigin: false };
  const proxy = { "/api": server, "/dev": server };
  return {
    root: options.root,
    base: options.base,
    plugins: [
      react(),
      tailwindcss(),
      comeEarly(options),
      compressTwins(`${options.root}/dist`),
      lingui({ configPath: fileURLToPath(new URL("./packages/i18n/lingui.config.ts", import.meta.url)) }),
    ],
    resolve: {
      alias: { "~": `${options.root}/src` },
      dedupe: ["react", "react-dom"],
    },
    build: {
      target: "es2023",
      // light-dark(), oklch() and @starting-style go out as they are written: every engine in use knows them.
      cssTarget: ["chrome123", "safari17.5", "firefox129"],
      manifest: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        output: {
          codeSplitting: { groups: chunksOf(options.name) },
          // The name of a shared piece lists who shares it; its hash is name enough.
          chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash].js`,
        },
      },
    },
    server: { port: options.port, strictPort: true, proxy },
    preview: {
      port: options.port,
      strictPort: true,
      proxy,
      headers: { "Content-Security-Policy": CONTENT_POLICY },
    },
  };
}

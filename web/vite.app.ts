import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin, UserConfig } from "vite";

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

/** Fonts of the first paint; those of other scripts come when a page shows such letters. */
const FIRST_FONTS = /-latin-wght-normal-[\w-]+\.woff2$/;

/** Lets what the first paint needs load beside the first script: English texts, the landing page, the fonts. */
function preloadFirst(own: string, base: string): Plugin {
  const texts = new RegExp(`locales/(shared|${own})/en\\.po$`);
  const landing = /apps\/player\/src\/pages\/lobby\.tsx$/;
  return {
    name: "stakehouse-preload-first",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        const files = Object.values(bundle ?? {});
        const chunks = files
          .filter((file) => file.type === "chunk")
          .filter(({ facadeModuleId }) => [texts, landing].some((first) => first.test(facadeModuleId ?? "")))
          .flatMap(({ fileName, imports }) => [fileName, ...imports])
          .filter((name) => !html.includes(name));
        const fonts = files.map(({ fileName }) => fileName).filter((name) => FIRST_FONTS.test(name));
        const link = (attrs: Record<string, string | boolean>) => ({
          tag: "link",
          attrs: { ...attrs, crossorigin: true },
          injectTo: "head" as const,
        });
        return [
          ...[...new Set(chunks)].map((name) => link({ rel: "modulepreload", href: base + name })),
          ...fonts.map((name) => link({ rel: "preload", as: "font", type: "font/woff2", href: base + name })),
        ];
      },
    },
  };
}

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

/** The build of one face: plain static files under `base`, every script in a file, nothing inline. */
export function face(options: { name: string; root: string; base: string; port: number }): UserConfig {
  // The host stays as the browser sees it: the server compares it with the request's origin.
  const server = { target: SERVER, changeOrigin: false };
  const proxy = { "/api": server, "/dev": server };
  return {
    root: options.root,
    base: options.base,
    plugins: [
      react(),
      tailwindcss(),
      preloadFirst(options.name, options.base),
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

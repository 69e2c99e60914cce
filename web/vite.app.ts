import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { UserConfig } from "vite";

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

/** The build of one face: plain static files under `base`, every script in a file, nothing inline. */
export function face(options: { root: string; base: string; port: number }): UserConfig {
  // The host stays as the browser sees it: the server compares it with the request's origin.
  const server = { target: SERVER, changeOrigin: false };
  const proxy = { "/api": server, "/dev": server };
  return {
    root: options.root,
    base: options.base,
    plugins: [
      react(),
      tailwindcss(),
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

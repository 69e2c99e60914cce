import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { runnerImport } from "vite";

/** What a face answers: its drawings by name, as markup. */
export interface Shells {
  drawShells: () => Promise<Record<string, string>>;
}

/**
 * Draws a face as it looks before anything was answered: the app's own components, run once at build time, each
 * drawing in a template of which the first script chooses one.
 */
export async function drawShells(root: string): Promise<string> {
  const forget = pretendBrowser();
  try {
    const { module } = await runnerImport<Shells>(`${root}/src/shells.tsx`, {
      configFile: false,
      root,
      logLevel: "warn",
      plugins: [
        react(),
        lingui({ configPath: fileURLToPath(new URL("./packages/i18n/lingui.config.ts", import.meta.url)) }),
      ],
      resolve: { alias: { "~": `${root}/src` } },
    });
    const drawn = Object.entries(await module.drawShells());
    return drawn
      .map(([name, markup]) => `<template data-shell="${name}">${withoutTyping(markup)}</template>`)
      .join("");
  } finally {
    forget();
  }
}

/** What is typed into a drawing would be lost when the app takes its place. */
function withoutTyping(markup: string): string {
  return markup.replaceAll("<input ", "<input readonly ");
}

/** The little of a browser that components read while they are drawn. */
function pretendBrowser(): () => void {
  const stored = new Map<string, string>();
  const pretended = {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
    location: { hostname: "localhost", pathname: "/", search: "" },
    navigator: { languages: ["en"], userAgent: "", onLine: true },
  };
  const before = Object.keys(pretended).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(pretended))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  };
}

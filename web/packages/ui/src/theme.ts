import { useSyncExternalStore } from "react";
import { readTheme, showTheme, THEME, type Theme } from "./look";

const listeners = new Set<() => void>();

/** Chooses light, dark, or what the device says. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(THEME, theme);
  showTheme(theme);
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen theme. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, readTheme, readTheme);
}

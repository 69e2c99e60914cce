import { useSyncExternalStore } from "react";
import { hearers } from "./hearers";
import { readTheme, showTheme, THEME, type Theme } from "./look";

const { watch, tell } = hearers();

/** Chooses light, dark, or what the device says. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(THEME, theme);
  showTheme(theme);
  tell();
}

/** The chosen theme. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, readTheme, readTheme);
}

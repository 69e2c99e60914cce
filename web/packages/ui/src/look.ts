export type Theme = "light" | "dark" | "system";

/** What a tenant gives of its look; lightness stays ours, so every choice is readable. */
export interface Brand {
  hue: number;
  chroma: string;
  radius: number;
  name: string;
}

export const THEME = "stakehouse.theme";
const BRAND = "stakehouse.brand";
const CHROMA_LIMIT = 0.2;

function isTheme(value: string | null): value is Theme {
  return value === "light" || value === "dark" || value === "system";
}

/** The theme chosen before, or what the device says. */
export function readTheme(): Theme {
  const stored = localStorage.getItem(THEME);
  return isTheme(stored) ? stored : "system";
}

/** Shows the page in a theme. */
export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Puts a tenant's hue, chroma and radius into the tokens and remembers them for the next first paint. */
export function applyBrand(brand: Brand): void {
  const style = document.documentElement.style;
  const chroma = Math.min(Number.parseFloat(brand.chroma) || 0, CHROMA_LIMIT);
  style.setProperty("--hue", String(brand.hue));
  style.setProperty("--chroma", String(chroma));
  style.setProperty("--radius", `${Math.min(Math.max(brand.radius, 0), 24)}px`);
  localStorage.setItem(BRAND, JSON.stringify(brand));
}

/** Before the first paint: the theme and the brand of the last visit. */
export function startLook(): void {
  showTheme(readTheme());
  const stored = localStorage.getItem(BRAND);
  if (stored) applyBrand(JSON.parse(stored) as Brand);
}

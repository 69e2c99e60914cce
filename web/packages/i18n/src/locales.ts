/** The languages the faces are written in. English is the source and always complete. */
export const LOCALES = ["en", "ru", "id"] as const;

export type Locale = (typeof LOCALES)[number];

/** The languages whose catalogues are whole; only these are offered (catalogues.test.ts holds them to it). */
export const COMPLETE: readonly Locale[] = ["en"];

/** Where a chosen language is remembered. */
export const STORED = "stakehouse.locale";

/** The languages' own names, shown in the language switch. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  ru: "Русский",
  id: "Bahasa Indonesia",
};

/** Tells whether a text names one of our languages. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Our languages among those the browser asks for, best first. */
export function browserLocales(languages: readonly string[]): Locale[] {
  return languages.map((tag) => tag.slice(0, 2).toLowerCase()).filter(isLocale);
}

/** The language to start in: `?lang`, then the one chosen before, then the browser's, then English. */
export function startLocale(offered: readonly string[] = COMPLETE): Locale {
  const wanted = [
    new URLSearchParams(location.search).get("lang"),
    localStorage.getItem(STORED),
    ...browserLocales(navigator.languages),
  ];
  return wanted.find((locale): locale is Locale => isLocale(locale) && offered.includes(locale)) ?? "en";
}

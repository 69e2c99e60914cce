/** The languages the faces are written in. English is the source and always complete. */
export const LOCALES = ["en", "ru", "id"] as const;

export type Locale = (typeof LOCALES)[number];

/** The languages whose catalogues are whole; only these are offered (catalogues.test.ts holds them to it). */
export const COMPLETE: readonly Locale[] = ["en"];

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

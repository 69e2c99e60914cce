import type { Locale } from "@stakehouse/i18n";

const catalogues = {
  en: () => import("@stakehouse/i18n/locales/player/en.po"),
  ru: () => import("@stakehouse/i18n/locales/player/ru.po"),
  id: () => import("@stakehouse/i18n/locales/player/id.po"),
};

/** Loads this face's own texts. */
export function loadCatalogue(locale: Locale) {
  return catalogues[locale]();
}

import type { Locale } from "@stakehouse/i18n";

const catalogues = {
  en: () => import("@stakehouse/i18n/locales/backoffice/en.po"),
  ru: () => import("@stakehouse/i18n/locales/backoffice/ru.po"),
  id: () => import("@stakehouse/i18n/locales/backoffice/id.po"),
};

/** Loads this face's own texts. */
export function loadCatalogue(locale: Locale) {
  return catalogues[locale]();
}

const house = {
  en: () => import("@stakehouse/i18n/locales/house/en.po"),
  ru: () => import("@stakehouse/i18n/locales/house/ru.po"),
  id: () => import("@stakehouse/i18n/locales/house/id.po"),
};

/** Loads the texts of complaints, evidence, tenants, hosts and settings. */
export function loadHouseCatalogue(locale: Locale) {
  return house[locale]();
}

import { addTexts, type Locale } from "@stakehouse/i18n";

const catalogues = {
  en: () => import("@stakehouse/i18n/locales/security/en.po"),
  ru: () => import("@stakehouse/i18n/locales/security/ru.po"),
  id: () => import("@stakehouse/i18n/locales/security/id.po"),
};

function loadSecurityTexts(locale: Locale) {
  return catalogues[locale]();
}

/** Adds the texts of second factors, which few pages show; what shows them waits for it. */
export function addSecurityTexts(): Promise<void> {
  return addTexts(loadSecurityTexts);
}

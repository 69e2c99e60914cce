import type { Locale } from "@stakehouse/i18n";

const face = {
  en: () => import("@stakehouse/i18n/locales/player/en.po"),
  ru: () => import("@stakehouse/i18n/locales/player/ru.po"),
  id: () => import("@stakehouse/i18n/locales/player/id.po"),
};

const play = {
  en: () => import("@stakehouse/i18n/locales/play/en.po"),
  ru: () => import("@stakehouse/i18n/locales/play/ru.po"),
  id: () => import("@stakehouse/i18n/locales/play/id.po"),
};

const account = {
  en: () => import("@stakehouse/i18n/locales/account/en.po"),
  ru: () => import("@stakehouse/i18n/locales/account/ru.po"),
  id: () => import("@stakehouse/i18n/locales/account/id.po"),
};

const care = {
  en: () => import("@stakehouse/i18n/locales/care/en.po"),
  ru: () => import("@stakehouse/i18n/locales/care/ru.po"),
  id: () => import("@stakehouse/i18n/locales/care/id.po"),
};

const cashier = {
  en: () => import("@stakehouse/i18n/locales/cashier/en.po"),
  ru: () => import("@stakehouse/i18n/locales/cashier/ru.po"),
  id: () => import("@stakehouse/i18n/locales/cashier/id.po"),
};

/** Loads this face's own texts. */
export function loadCatalogue(locale: Locale) {
  return face[locale]();
}

/** Loads the texts of the games, the rounds and their proofs. */
export function loadPlayCatalogue(locale: Locale) {
  return play[locale]();
}

/** Loads the texts of sign-in and of everything about one's own account. */
export function loadAccountCatalogue(locale: Locale) {
  return account[locale]();
}

/** Loads the texts of limits, breaks, reality checks and payouts to those who keep out. */
export function loadCareCatalogue(locale: Locale) {
  return care[locale]();
}

/** Loads the texts of the wallet, of deposits and withdrawals, and of the history. */
export function loadCashierCatalogue(locale: Locale) {
  return cashier[locale]();
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

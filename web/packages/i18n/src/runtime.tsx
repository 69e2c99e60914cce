import { type Messages as Catalogue, i18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import { type ReactNode, useCallback } from "react";
import { browserLocales, isLocale, LOCALES, type Locale } from "./locales";
import type { MessageId, Messages } from "./messages";

/** A text by its id; the second argument carries the parameters its English text names. */
export type Translate = <Id extends MessageId>(
  id: Id,
  ...values: Messages[Id] extends null ? [] : [values: Messages[Id]]
) => string;

type Load = (locale: Locale) => Promise<{ messages: Catalogue }>;

const STORED = "stakehouse.locale";

const shared: Record<Locale, () => Promise<{ messages: Catalogue }>> = {
  en: () => import("../locales/shared/en.po"),
  ru: () => import("../locales/shared/ru.po"),
  id: () => import("../locales/shared/id.po"),
};

/** Loads a language's catalogues (the shared one and the face's own), then switches to it. */
export async function activate(locale: Locale, load: Load): Promise<void> {
  const [common, own] = await Promise.all([shared[locale](), load(locale)]);
  i18n.load(locale, { ...common.messages, ...own.messages });
  i18n.activate(locale);
  document.documentElement.lang = locale;
  localStorage.setItem(STORED, locale);
}

/** The language to start in: `?lang`, then the one chosen before, then the browser's, then English. */
export function startLocale(offered: readonly string[] = LOCALES): Locale {
  const wanted = [
    new URLSearchParams(location.search).get("lang"),
    localStorage.getItem(STORED),
    ...browserLocales(navigator.languages),
  ];
  return wanted.find((locale): locale is Locale => isLocale(locale) && offered.includes(locale)) ?? "en";
}

/** The language in use, for `Intl` formatters outside components. */
export function currentLocale(): string {
  return i18n.locale || "en";
}

/** Translates outside components; inside them use `useT`, which follows a change of language. */
export const translate: Translate = (id, ...values) => i18n._(id, values[0] ?? undefined);

/** Gives the texts to everything below it. */
export function I18nRoot({ children }: { children: ReactNode }) {
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>;
}

/** The translator of the language in use. */
export function useT(): Translate {
  const { _ } = useLingui();
  return useCallback<Translate>((id, ...values) => _(id, values[0] ?? undefined), [_]);
}

/** The language in use; a component that formats dates or money by hand follows it. */
export function useLocale(): string {
  return useLingui().i18n.locale || "en";
}

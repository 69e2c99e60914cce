import { type Messages as Catalogue, i18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import { type ReactNode, useCallback } from "react";
import { isLocale, type Locale, STORED } from "./locales";
import type { MessageId, Messages } from "./messages";

/** A text by its id; the second argument carries the parameters its English text names. */
export type Translate = <Id extends MessageId>(
  id: Id,
  ...values: Messages[Id] extends null ? [] : [values: Messages[Id]]
) => string;

type Load = (locale: Locale) => Promise<{ messages: Catalogue }>;

const shared: Record<Locale, () => Promise<{ messages: Catalogue }>> = {
  en: () => import("../locales/shared/en.po"),
  ru: () => import("../locales/shared/ru.po"),
  id: () => import("../locales/shared/id.po"),
};

/** The catalogues in use; a change of language loads all of them anew. */
const parts = new Set<Load>([(locale) => shared[locale]()]);

/** Loads a language's catalogues (the shared one, the face's own, those of pages seen), then switches to it. */
export async function activate(locale: Locale, own: Load): Promise<void> {
  parts.add(own);
  const catalogues = await Promise.all([...parts].map((load) => load(locale)));
  i18n.load(locale, Object.assign({}, ...catalogues.map(({ messages }) => messages)));
  i18n.activate(locale);
  document.documentElement.lang = locale;
  localStorage.setItem(STORED, locale);
}

/** Speaks a language whose texts are at hand already. */
export function setTexts(locale: Locale, messages: Catalogue): void {
  i18n.load(locale, messages);
  i18n.activate(locale);
}

/** Adds the texts that only some pages show; such a page waits for them before it is drawn. */
export async function addTexts(load: Load): Promise<void> {
  if (parts.has(load)) return;
  const { messages } = await load(isLocale(i18n.locale) ? i18n.locale : "en");
  parts.add(load);
  i18n.load(i18n.locale, messages);
}

/**
 * The tag for `Intl`: the language in use in the reader's own region, so that en-GB keeps its 24 hours
 * and its order of day and month.
 */
export function currentLocale(): string {
  const language = i18n.locale || "en";
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
}

/** Translates outside components; inside them use `useT`, which follows a change of language. */
export const translate: Translate = (id, ...values) => i18n._(id, values[0] ?? undefined);

/** Whether the language in use has a text; for ids made of words that the server says. */
export function isKnown(id: string): id is MessageId {
  return id in i18n.messages;
}

/** Gives the texts to everything below it. */
export function I18nRoot({ children }: { children: ReactNode }) {
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>;
}

/** The translator of the language in use. */
export function useT(): Translate {
  const { _ } = useLingui();
  return useCallback<Translate>((id, ...values) => _(id, values[0] ?? undefined), [_]);
}

/** The tag for `Intl`; a component that formats dates or money by hand follows it. */
export function useLocale(): string {
  useLingui();
  return currentLocale();
}

/** The language in use. */
export function useLanguage(): Locale {
  const { locale } = useLingui().i18n;
  return isLocale(locale) ? locale : "en";
}

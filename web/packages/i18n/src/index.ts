export { browserLocales, isLocale, LOCALES, type Locale, localeNames } from "./locales";
export type { MessageId, Messages } from "./messages";
export {
  activate,
  currentLocale,
  I18nRoot,
  startLocale,
  type Translate,
  translate,
  useLocale,
  useT,
} from "./runtime";

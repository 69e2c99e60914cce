export {
  browserLocales,
  COMPLETE,
  isLocale,
  LOCALES,
  type Locale,
  localeNames,
  startLocale,
} from "./locales";
export type { MessageId, Messages } from "./messages";
export {
  activate,
  addTexts,
  currentLocale,
  I18nRoot,
  isKnown,
  setTexts,
  type Translate,
  translate,
  useLanguage,
  useLocale,
  useT,
} from "./runtime";

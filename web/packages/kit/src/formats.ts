import { scaleOf } from "./amount";

const made = new Map<string, Intl.NumberFormat>();

/** A format of the reader's language; making one is dear, so each is made once. */
function keep(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const known = made.get(key);
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}

/** Only three-letter codes are currencies to Intl; points and longer codes get their name behind the figure. */
const CODE = /^[A-Z]{3}$/;

/** An amount as text, exact for any size: the decimal string goes to Intl as it is. */
export function moneyText(locale: string, amount: string, currency: string, signed = false): string {
  const text = moneyFormat(locale, currency, scaleOf(amount), signed).format(amount as `${number}`);
  return CODE.test(currency) ? text : `${text} ${currency}`;
}

/** How amounts of a currency are written. */
function moneyFormat(locale: string, currency: string, scale: number, signed: boolean) {
  return keep(`${locale} ${currency} ${scale} ${signed}`, () => {
    const digits: Intl.NumberFormatOptions = {
      minimumFractionDigits: scale,
      maximumFractionDigits: scale,
      signDisplay: signed ? "exceptZero" : "auto",
    };
    if (!CODE.test(currency)) return new Intl.NumberFormat(locale, digits);
    return new Intl.NumberFormat(locale, {
      ...digits,
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
  });
}

/** How shares are written. */
export function percentFormat(locale: string, digits: number) {
  return keep(`${locale} % ${digits}`, () => {
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits });
  });
}

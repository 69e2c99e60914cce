import { currentLocale, useLocale } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { compareAmounts } from "./amount";
import { moneyText, percentFormat } from "./formats";

/** An amount in the reader's format. */
export function formatMoney(
  amount: string,
  currency: string,
  options: { signed?: boolean; locale?: string } = {},
): string {
  return moneyText(options.locale ?? currentLocale(), amount, currency, options.signed);
}

interface MoneyProps {
  amount: string;
  currency: string;
  /** Writes a plus before what came in. */
  signed?: boolean;
  /** Colours by sign; the sign itself is always written too. */
  toned?: boolean;
  className?: string;
}

/** The only way an amount reaches the screen. */
export function Money({ amount, currency, signed = false, toned = false, className }: MoneyProps) {
  const locale = useLocale();
  const sign = toned ? compareAmounts(amount, "0") : 0;
  return (
    <span
      className={cx("figures whitespace-nowrap", sign > 0 && "text-win", sign < 0 && "text-loss", className)}
    >
      {formatMoney(amount, currency, { signed, locale })}
    </span>
  );
}

/** A share such as "0.99" or "98.65" as a percentage; `of` says what the whole is. */
export function Percent({
  value,
  of = 1,
  digits = 2,
}: {
  value: string | number;
  of?: 1 | 100;
  digits?: number;
}) {
  const locale = useLocale();
  return <span className="figures">{percentFormat(locale, digits).format(Number(value) / of)}</span>;
}

import type { PaymentMethod } from "@stakehouse/api/player";
import { useLocale, useT } from "@stakehouse/i18n";
import { compareAmounts, formatMoney } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { CreditCard } from "lucide-react";

interface MethodChoiceProps {
  methods: readonly PaymentMethod[];
  chosen: string;
  currency: string;
  onChoose: (method: string) => void;
}

/** An ISO 8601 duration such as PT5M or P1D in the reader's words; anything else as it came. */
export function durationText(iso: string, locale: string): string {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!match) return iso;
  const units = ["day", "hour", "minute", "second"] as const;
  const parts = units.flatMap((unit, at) => {
    const value = match[at + 1];
    if (!value) return [];
    return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(Number(value));
  });
  return parts.join(" ");
}

/** The ways to pay, each with its bounds, fee and time. */
export function MethodChoice({ methods, chosen, currency, onChoose }: MethodChoiceProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 font-medium text-sm">{t("payments.method")}</legend>
      {methods.map((method) => {
        const free = compareAmounts(method.fee || "0", "0") === 0;
        return (
          <label
            key={method.method}
            className={cx(
              "flex items-center gap-4 rounded-xl border bg-card p-4 transition-colors",
              "has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
              method.method === chosen ? "border-primary bg-primary-soft" : "hover:border-input",
            )}
          >
            <input
              type="radio"
              name="method"
              className="sr-only"
              checked={method.method === chosen}
              onChange={() => onChoose(method.method)}
            />
            <span className="grid size-11 shrink-0 place-items-center rounded-lg bg-ink-night text-ink-gold">
              <CreditCard size={20} aria-hidden="true" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{method.title}</span>
              <span className="block text-muted-foreground text-sm">
                {formatMoney(method.min_amount, currency)} – {formatMoney(method.max_amount, currency)}
              </span>
            </span>
            <span className="text-end text-muted-foreground text-sm">
              <span className="block">
                {free ? t("payments.no_fee") : t("payments.fee", { fee: formatMoney(method.fee, currency) })}
              </span>
              <span className="block">{durationText(method.expected_time, locale)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

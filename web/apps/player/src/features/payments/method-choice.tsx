import type { PaymentMethod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { CreditCard } from "lucide-react";

interface MethodChoiceProps {
  methods: readonly PaymentMethod[];
  chosen: string;
  currency: string;
  onChoose: (method: string) => void;
}

/** The smallest and largest amount of a method in a currency. */
export function boundsOf(
  method: PaymentMethod,
  currency: string,
): { min_amount: string; max_amount: string } {
  return method.limits.find((limits) => limits.currency === currency) ?? method;
}

/** The ways to pay, each with its bounds, fee and time. */
export function MethodChoice({ methods, chosen, currency, onChoose }: MethodChoiceProps) {
  const t = useT();
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 font-medium text-sm">{t("payments.method")}</legend>
      {methods.map((method) => {
        const { min_amount, max_amount } = boundsOf(method, currency);
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
            <span className="grid min-w-0 flex-1 gap-x-4 text-muted-foreground text-sm sm:grid-cols-[1fr_auto] sm:[&>:nth-child(even)]:text-end">
              <span className="font-semibold text-base text-foreground">{method.title}</span>
              <span>{method.fee}</span>
              <span>
                {formatMoney(min_amount, currency)} – {formatMoney(max_amount, currency)}
              </span>
              <span>{method.expected_time}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

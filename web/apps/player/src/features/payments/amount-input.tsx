import { useT } from "@stakehouse/i18n";
import { formatMoney } from "@stakehouse/kit";
import { Field, Input } from "@stakehouse/ui";
import type { ReactNode } from "react";

interface AmountInputProps {
  label: string;
  value: string;
  currency: string;
  onChange: (typed: string) => void;
  error?: string;
  hint?: ReactNode;
  aside?: ReactNode;
  /** Amounts offered as buttons. */
  quick: readonly string[];
}

/** An amount to pay, typed or picked. */
export function AmountInput({
  label,
  value,
  currency,
  onChange,
  error,
  hint,
  aside,
  quick,
}: AmountInputProps) {
  const t = useT();
  return (
    <div className="grid gap-2.5">
      <Field label={label} error={error} hint={hint} aside={aside}>
        <Input
          value={value}
          inputMode="decimal"
          autoComplete="off"
          start={currency}
          className="h-16! [&_input]:font-semibold [&_input]:text-2xl!"
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <fieldset aria-label={t("payments.quick")} className="grid grid-flow-col gap-2">
        {quick.map((amount) => (
          <button
            key={amount}
            type="button"
            aria-pressed={amount === value}
            onClick={() => onChange(amount)}
            className="figures h-11 rounded-lg border bg-card font-semibold text-sm transition-colors hover:border-input aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary"
          >
            {formatMoney(amount, currency).replace(/[.,]00(?=\D*$)/, "")}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

import { cx } from "@stakehouse/ui";

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly (readonly [value: Value, label: string])[];
}

/** A few values side by side, of which one is chosen. */
export function Choices<Value extends string>({ label, value, onChange, options }: ChoicesProps<Value>) {
  return (
    <fieldset
      aria-label={label}
      className={cx(
        "grid gap-2 sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none",
        options.length === 3 ? "grid-cols-3" : "grid-cols-2",
      )}
    >
      {options.map(([each, text]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          onClick={() => onChange(each)}
          className="min-h-11 rounded-lg border bg-card px-3 font-medium text-sm transition-colors hover:border-input aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary"
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}

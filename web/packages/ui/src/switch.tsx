import type { ReactNode } from "react";
import { cx } from "./cx";

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
}

/** Something that is on or off from the moment it is touched. */
export function Switch({ checked, onChange, label, hint, disabled = false, className }: SwitchProps) {
  return (
    <label className={cx("flex min-h-11 items-center justify-between gap-4", className)}>
      <span className="text-sm">
        <span className="font-medium">{label}</span>
        {hint && <span className="block text-muted-foreground">{hint}</span>}
      </span>
      <span className="relative shrink-0">
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="peer h-7 w-12 appearance-none rounded-full bg-input transition-colors checked:bg-primary disabled:opacity-50"
        />
        <span className="pointer-events-none absolute top-1 left-1 size-5 rounded-full bg-card transition-transform duration-[180ms] ease-house peer-checked:translate-x-5" />
      </span>
    </label>
  );
}

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  error?: string | null;
  name?: string;
}

/** Something agreed to, sent with the form around it. */
export function Checkbox({ checked, onChange, label, error, name }: CheckboxProps) {
  return (
    <label className="flex items-start gap-3 text-sm">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-5 shrink-0 accent-primary"
      />
      <span>
        {label}
        {error && <span className="block text-danger">{error}</span>}
      </span>
    </label>
  );
}

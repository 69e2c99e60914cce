import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { cx } from "./cx";
import { useField } from "./field";

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  compact?: boolean;
  ref?: Ref<HTMLSelectElement>;
}

/** The browser's own choice list in our clothes. */
export function Select({ className, compact = false, children, ...rest }: SelectProps) {
  const field = useField();
  return (
    <span className={cx("relative inline-flex w-full", className)}>
      <select
        {...field}
        {...rest}
        className={cx(
          "w-full appearance-none truncate rounded-lg border border-input bg-card pr-9 text-foreground",
          "hover:border-foreground/50 aria-invalid:border-danger disabled:opacity-60",
          compact ? "h-9 pl-3 text-sm" : "h-12 pl-3.5 text-base",
        )}
      >
        {children}
      </select>
      <ChevronDown
        size={18}
        aria-hidden="true"
        className="pointer-events-none absolute inset-e-2.5 top-1/2 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}

import type { Ref } from "react";
import { cx } from "./cx";
import { useField } from "./field";

interface CodeInputProps {
  value: string;
  onChange: (value: string) => void;
  /** Called once all digits are there, typed or pasted. */
  onComplete?: (value: string) => void;
  length?: number;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A one-time code in a single real field, drawn as boxes: pasting, autofill and screen readers just work. */
export function CodeInput({
  value,
  onChange,
  onComplete,
  length = 6,
  disabled = false,
  ref,
}: CodeInputProps) {
  const field = useField();
  const places = Array.from({ length }, (_, at) => at);
  return (
    <div className="group relative w-full max-w-88">
      <input
        {...field}
        ref={ref}
        value={value}
        disabled={disabled}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern={`[0-9]{${length}}`}
        className="absolute inset-0 z-10 h-full w-full cursor-text text-base opacity-0"
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, "").slice(0, length);
          onChange(digits);
          if (digits.length === length && digits !== value) onComplete?.(digits);
        }}
      />
      <div aria-hidden="true" className="grid grid-flow-col gap-2">
        {places.map((at) => (
          <span
            key={at}
            className={cx(
              "display figures grid h-14 place-items-center rounded-lg border bg-card text-3xl transition-colors",
              at === Math.min(value.length, length - 1)
                ? "border-input group-focus-within:border-ring group-focus-within:outline-2 group-focus-within:outline-ring"
                : "border-input",
              at === 2 && "mr-2",
            )}
          >
            {value[at] ?? ""}
          </span>
        ))}
      </div>
    </div>
  );
}

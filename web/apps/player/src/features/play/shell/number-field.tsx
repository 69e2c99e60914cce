import { useEffect, useState } from "react";

interface NumberFieldProps {
  label: string;
  value: string;
  suffix?: string;
  disabled?: boolean;
  /** Called when typing is over (Enter, or another place was touched). */
  onCommit: (typed: string) => void;
}

/** A small figure that can be typed over; what was typed counts once it is left. */
export function NumberField({ label, value, suffix, disabled = false, onCommit }: NumberFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  function commit() {
    if (typed !== value) onCommit(typed);
    setTyped(value);
  }
  return (
    <label className="grid min-w-0 gap-1 text-xs">
      <span className="truncate text-muted-foreground">{label}</span>
      <span className="flex h-11 items-center rounded-lg border border-input bg-background focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-2 has-disabled:opacity-70">
        <input
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          disabled={disabled}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
          className="figures h-full w-full min-w-0 bg-transparent pl-2.5 font-semibold text-base outline-none"
        />
        {suffix && (
          <span aria-hidden="true" className="pr-2.5 text-muted-foreground text-sm">
            {suffix}
          </span>
        )}
      </span>
    </label>
  );
}

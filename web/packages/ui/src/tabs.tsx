import { type ReactNode, useId, useLayoutEffect } from "react";
import { cx } from "./cx";

interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode }[];
  className?: string;
  children?: ReactNode;
}

/** Views of one page; arrow keys move, the chosen one lives in the URL of the page that uses it. */
export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  className,
  children,
}: TabsProps<Value>) {
  const id = useId();
  // Where not all of them fit, the chosen one is in sight; only the row moves, never the page.
  useLayoutEffect(() => {
    const tab = document.getElementById(`${id}-${value}`);
    const row = tab?.parentElement;
    if (!row || row.scrollWidth <= row.clientWidth) return;
    const [chosen, seen] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += chosen.left + chosen.width / 2 - seen.left - seen.width / 2;
  }, [id, value]);
  function move(step: number) {
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  }
  return (
    <div className={className}>
      <div
        role="tablist"
        aria-label={label}
        className="no-bar flex gap-1 overflow-x-auto border-b"
        onKeyDown={(event) => {
          if (event.key === "ArrowRight") move(1);
          if (event.key === "ArrowLeft") move(-1);
        }}
      >
        {tabs.map((tab) => {
          const chosen = tab.value === value;
          return (
            <button
              key={tab.value}
              id={`${id}-${tab.value}`}
              type="button"
              role="tab"
              aria-selected={chosen}
              aria-controls={children ? `${id}-panel` : undefined}
              tabIndex={chosen ? 0 : -1}
              onClick={() => onChange(tab.value)}
              className={cx(
                "-mb-px min-h-11 shrink-0 border-b-2 px-4 font-medium text-sm transition-colors",
                chosen
                  ? "border-primary text-foreground"
                  : "border-transparent text-muted-foreground hover:text-foreground",
              )}
            >
              {tab.label}
            </button>
          );
        })}
      </div>
      {children && (
        <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${value}`} className="pt-5">
          {children}
        </div>
      )}
    </div>
  );
}

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode }[];
  disabled?: boolean;
  className?: string;
}

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, onChange, options, disabled = false, className } = props;
  const name = useId();
  return (
    <fieldset
      aria-label={label}
      disabled={disabled}
      className={cx("grid auto-cols-fr grid-flow-col gap-1 rounded-lg bg-muted p-1", className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            "grid min-h-10 select-none place-items-center rounded-md px-3 text-center font-medium text-sm transition-colors",
            "has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
            option.value === value
              ? "bg-card text-foreground shadow-card"
              : "text-muted-foreground hover:text-foreground",
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

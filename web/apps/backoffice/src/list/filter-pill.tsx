import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { ChevronDown, X } from "lucide-react";
import type { ReactNode } from "react";

interface PillProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A filter as a pill: its name while nothing is chosen, then the choice with a way to undo it. */
export function SelectPill({
  label,
  value,
  onChange,
  options,
}: PillProps & { options: readonly { value: string; label: string }[] }) {
  const t = useT();
  return (
    <Pill label={label} value={value} onChange={onChange}>
      <select
        aria-label={label}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
        className={cx(
          "field-sizing-content h-full max-w-48 cursor-pointer appearance-none truncate rounded-full bg-transparent py-0 pl-3 outline-none",
          value ? "pr-2 font-medium" : "pr-8",
        )}
      >
        <option value="">{value ? t("filter.any") : label}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {!value && (
        <ChevronDown
          size={15}
          aria-hidden="true"
          className="pointer-events-none -ml-7 mr-2.5 text-muted-foreground"
        />
      )}
    </Pill>
  );
}

/** A day as a filter. */
export function DatePill({ label, value, onChange }: PillProps) {
  return (
    <Pill label={label} value={value} onChange={onChange}>
      <label className="flex h-full items-center gap-1.5 pl-3">
        <span className="text-muted-foreground">{label}</span>
        <input
          type="date"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || undefined)}
          className={cx("w-31 bg-transparent pr-2 outline-none", value && "font-medium")}
        />
      </label>
    </Pill>
  );
}

/** A word as a filter, typed. */
export function TextPill({ label, value, onChange }: PillProps) {
  return (
    <Pill label={label} value={value} onChange={onChange}>
      <form
        className="h-full"
        onSubmit={(event) => {
          event.preventDefault();
          onChange(String(new FormData(event.currentTarget).get("word") ?? "").trim() || undefined);
        }}
      >
        <input
          key={value}
          name="word"
          aria-label={label}
          placeholder={label}
          defaultValue={value}
          onBlur={(event) =>
            event.currentTarget.value !== (value ?? "") && event.currentTarget.form?.requestSubmit()
          }
          className={cx(
            "field-sizing-content h-full min-w-16 max-w-56 bg-transparent px-3 outline-none placeholder:text-foreground",
            value && "font-medium",
          )}
        />
      </form>
    </Pill>
  );
}

function Pill({ label, value, onChange, children }: PillProps & { children: ReactNode }) {
  const t = useT();
  return (
    <span
      className={cx(
        "inline-flex h-8 shrink-0 items-center rounded-full border text-[0.8125rem] transition-colors",
        "focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-1",
        value ? "border-primary/50 bg-primary-soft" : "hover:border-input",
      )}
    >
      {children}
      {value && (
        <button
          type="button"
          aria-label={t("filter.clear", { filter: label })}
          title={t("filter.clear", { filter: label })}
          className="mr-1 grid size-6 place-items-center rounded-full hover:bg-card"
          onClick={() => onChange(undefined)}
        >
          <X size={14} />
        </button>
      )}
    </span>
  );
}

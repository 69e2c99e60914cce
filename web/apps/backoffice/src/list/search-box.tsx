import { useT } from "@stakehouse/i18n";
import { cx, Kbd } from "@stakehouse/ui";
import { Search, X } from "lucide-react";
import { type Ref, useEffect, useRef, useState } from "react";

const PAUSE_MS = 250;

interface SearchBoxProps {
  label: string;
  placeholder?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A search that acts when the typing pauses. */
export function SearchBox({ label, placeholder, value = "", onChange, ref }: SearchBoxProps) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const act = useRef(onChange);
  act.current = onChange;
  useEffect(() => {
    // A value that did not come from here (the back button, a cleared filter) replaces what was typed.
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    const trimmed = typed.trim();
    if (trimmed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = trimmed;
      act.current(trimmed || undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div
      role="search"
      className={cx(
        "flex h-9 min-w-0 items-center gap-2 rounded-lg border bg-card pl-2.5 hover:border-input max-sm:w-full sm:w-72",
        "focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-1",
      )}
    >
      <Search size={16} aria-hidden="true" className="shrink-0 text-muted-foreground" />
      <input
        ref={ref}
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        className="h-full w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted-foreground sm:text-sm"
      />
      {typed ? (
        <button
          type="button"
          aria-label={t("list.clear_search")}
          className="mr-1 grid size-7 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted"
          onClick={() => setTyped("")}
        >
          <X size={15} />
        </button>
      ) : (
        <Kbd className="mr-2 max-lg:hidden">/</Kbd>
      )}
    </div>
  );
}

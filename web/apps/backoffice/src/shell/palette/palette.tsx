import { useT } from "@stakehouse/i18n";
import { cx, Kbd, Spinner } from "@stakehouse/ui";
import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { keyCaps } from "~/app/keys";
import type { Entry } from "./entries";
import { useEntries } from "./use-entries";

/** One box for everything: members, places, acts, and ids pasted from anywhere. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { groups, busy } = useEntries(typed);
  const entries = groups.flatMap((group) => group.entries);
  const chosen = entries[Math.min(at, entries.length - 1)];

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);

  function run(entry: Entry) {
    onClose();
    entry.run();
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length)
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length);
    else if (event.key === "Enter" && chosen) run(chosen);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, handled by the browser.
    <dialog
      ref={dialog}
      aria-label={t("palette.open")}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="overlay overlay-pop mx-auto mt-[12dvh] mb-auto max-h-[70dvh] w-[min(38rem,calc(100vw-2rem))] flex-col rounded-xl border bg-card p-0 shadow-float open:flex"
    >
      <div className="flex items-center gap-3 border-b px-4">
        {busy ? <Spinner /> : <Search size={18} aria-hidden="true" className="text-muted-foreground" />}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-label={t("palette.open")}
          placeholder={t("palette.placeholder")}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          className="h-13 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted-foreground"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("palette.results")}
        className="min-h-24 overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <p
              id={`${id}-${group.id}`}
              className="px-2.5 pt-2 pb-1 font-medium text-[0.6875rem] text-muted-foreground"
            >
              {group.label}
            </p>
            {group.entries.map((entry) => (
              <Line
                key={entry.id}
                id={`${id}-${entry.id}`}
                entry={entry}
                chosen={entry === chosen}
                onRun={run}
              />
            ))}
          </div>
        ))}
        {!entries.length && !busy && (
          <p className="py-8 text-center text-muted-foreground">
            {t("palette.nothing", { typed: typed.trim() })}
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {t("palette.count", { count: entries.length })}
      </p>
    </dialog>
  );
}

interface LineProps {
  id: string;
  entry: Entry;
  chosen: boolean;
  onRun: (entry: Entry) => void;
}

function Line({ id, entry, chosen, onRun }: LineProps) {
  const { icon: Icon } = entry;
  return (
    // The focus stays in the box; the keyboard runs the chosen line from there.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      onClick={() => onRun(entry)}
      className={cx(
        "flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-2.5 text-sm",
        chosen ? "bg-primary-soft text-primary" : "hover:bg-muted",
      )}
    >
      <Icon size={16} aria-hidden="true" className={chosen ? "" : "text-muted-foreground"} />
      <span className="truncate font-medium">{entry.label}</span>
      {entry.detail && <span className="truncate text-muted-foreground">{entry.detail}</span>}
      {entry.keys && (
        <span className="ml-auto flex gap-1 max-sm:hidden">
          {keyCaps(entry.keys).map((cap, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two caps of a sequence may be the same letter.
            <Kbd key={place}>{cap}</Kbd>
          ))}
        </span>
      )}
    </div>
  );
}

import { useT } from "@stakehouse/i18n";
import { cx, Input } from "@stakehouse/ui";
import { Clock, Heart, LayoutGrid, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useSignedIn } from "~/app/session";

const TYPING_MS = 250;

const chips = [
  { value: undefined, label: "games.category.all", icon: LayoutGrid, member: false },
  { value: "recent", label: "games.category.recent", icon: Clock, member: true },
  { value: "favourites", label: "games.category.favourites", icon: Heart, member: true },
  { value: "originals", label: "games.category.originals", icon: null, member: false },
  { value: "table", label: "games.category.table", icon: null, member: false },
  { value: "slots", label: "games.category.slots", icon: null, member: false },
] as const;

interface LobbyFiltersProps {
  category?: string;
  query?: string;
  onChange: (filter: { category?: string; q?: string }) => void;
}

/** Search and categories; what is chosen stands in the URL. */
export function LobbyFilters({ category, query, onChange }: LobbyFiltersProps) {
  const t = useT();
  const signedIn = useSignedIn();
  const [typed, setTyped] = useState(query ?? "");

  useEffect(() => setTyped(query ?? ""), [query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait, not a new handler.
  useEffect(() => {
    if (typed === (query ?? "")) return;
    const timer = setTimeout(() => onChange({ category, q: typed || undefined }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <div className="flex flex-wrap items-center gap-3">
      <search className="w-full sm:w-64">
        <Input
          type="search"
          aria-label={t("games.search")}
          placeholder={t("games.search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          start={<Search size={18} aria-hidden="true" />}
        />
      </search>
      <fieldset
        aria-label={t("games.categories")}
        className="no-bar -mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-1"
      >
        {chips
          .filter((chip) => signedIn || !chip.member)
          .map(({ value, label, icon: Icon }) => (
            <button
              key={label}
              type="button"
              aria-pressed={value === category}
              onClick={() => onChange({ category: value, q: query })}
              className={cx(
                "flex h-10 shrink-0 items-center gap-2 rounded-full border px-4 font-medium text-sm transition-colors",
                value === category
                  ? "border-foreground bg-foreground text-background"
                  : "bg-card text-muted-foreground hover:border-input hover:text-foreground",
              )}
            >
              {Icon && <Icon size={16} aria-hidden="true" />}
              {t(label)}
            </button>
          ))}
      </fieldset>
    </div>
  );
}

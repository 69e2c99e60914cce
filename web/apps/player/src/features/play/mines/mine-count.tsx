import { useT } from "@stakehouse/i18n";

interface MineCountProps {
  value: number;
  low: number;
  high: number;
  disabled: boolean;
  onChange: (mines: number) => void;
}

const QUICK = [1, 3, 5, 10, 24];

/** How many mines the board holds. */
export function MineCount({ value, low, high, disabled, onChange }: MineCountProps) {
  const t = useT();
  return (
    <fieldset disabled={disabled} className="grid gap-2 disabled:opacity-70">
      <legend className="mb-1.5 flex w-full justify-between text-sm">
        <span className="font-medium">{t("mines.count")}</span>
        <span className="figures font-semibold">{value}</span>
      </legend>
      <input
        type="range"
        aria-label={t("mines.count")}
        min={low}
        max={high}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-8 w-full accent-primary"
      />
      <div className="grid grid-cols-5 gap-1.5">
        {QUICK.filter((count) => count >= low && count <= high).map((count) => (
          <button
            key={count}
            type="button"
            aria-pressed={count === value}
            onClick={() => onChange(count)}
            className="figures h-10 rounded-md bg-muted font-semibold text-muted-foreground text-sm transition-colors hover:bg-border aria-pressed:bg-primary-soft aria-pressed:text-primary"
          >
            {count}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

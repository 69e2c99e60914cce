import { useT } from "@stakehouse/i18n";
import { formatMoney, fromMinor } from "@stakehouse/kit";
import { Button, cx } from "@stakehouse/ui";
import { Repeat, Trash2, Undo2 } from "lucide-react";
import { Chip } from "./chip";
import { type ChipTable, chipValues } from "./use-chips";

interface ChipRackProps {
  chips: ChipTable;
  chosen: bigint;
  onChoose: (units: bigint) => void;
  scale: number;
  currency: string;
  disabled: boolean;
}

/** The chips to choose from, and what can be done with those on the cloth. */
export function ChipRack({ chips, chosen, onChoose, scale, currency, disabled }: ChipRackProps) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center gap-3 lg:grid">
      <fieldset
        aria-label={t("roulette.chip")}
        disabled={disabled}
        className="flex flex-1 justify-between gap-0.5"
      >
        {chipValues(scale).map((units) => (
          <button
            key={String(units)}
            type="button"
            aria-pressed={units === chosen}
            aria-label={t("roulette.chip_of", { amount: formatMoney(fromMinor(units, scale), currency) })}
            onClick={() => onChoose(units)}
            className={cx(
              "rounded-full p-0.5 transition-[translate,opacity] duration-[120ms]",
              units === chosen
                ? "-translate-y-1 outline-2 outline-primary outline-offset-1"
                : "opacity-75 hover:opacity-100",
            )}
          >
            <Chip units={units} scale={scale} className="size-10 lg:size-12" />
          </button>
        ))}
      </fieldset>
      <div className="grid grid-cols-4 gap-1 max-lg:w-full sm:gap-1.5">
        <Button
          variant="secondary"
          size="sm"
          disabled={disabled || !chips.canUndo}
          onClick={chips.undo}
          aria-label={t("roulette.undo")}
          title={t("roulette.undo")}
        >
          <Undo2 size={16} />
        </Button>
        <Button
          variant="secondary"
          size="sm"
          disabled={disabled || chips.isEmpty}
          onClick={chips.clear}
          aria-label={t("roulette.clear")}
          title={t("roulette.clear")}
        >
          <Trash2 size={16} />
        </Button>
        <Button
          variant="secondary"
          size="sm"
          disabled={disabled || !chips.canRepeat}
          onClick={chips.repeat}
          aria-label={t("roulette.repeat")}
          title={t("roulette.repeat")}
        >
          <Repeat size={16} />
        </Button>
        <Button variant="secondary" size="sm" disabled={disabled || chips.isEmpty} onClick={chips.double}>
          2×<span className="sr-only"> ({t("play.double")})</span>
        </Button>
      </div>
    </div>
  );
}

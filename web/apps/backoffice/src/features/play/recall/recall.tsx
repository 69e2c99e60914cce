import type { RecalledRound } from "@stakehouse/api/staff";
import type { Machine } from "@stakehouse/fair";
import { useT } from "@stakehouse/i18n";
import { DiceDrawing, LimboDrawing } from "./line-drawings";
import { MinesDrawing } from "./mines-drawing";
import { RouletteDrawing } from "./roulette-drawing";
import type { DiceRecord, LimboRecord, MinesRecord, RouletteRecord, SlotsRecord } from "./shapes";
import { SlotsDrawing } from "./slots-drawing";

/** The round drawn again from its record; a drawing that is not ours to make shows the record itself. */
export function Recall({ round }: { round: RecalledRound }) {
  const t = useT();
  const { engine, outcome, config, currency } = round;
  if (!outcome) return <p className="p-6 text-muted-foreground">{t("round.no_outcome")}</p>;
  switch (engine) {
    case "dice":
      return <DiceDrawing record={outcome as unknown as DiceRecord} />;
    case "limbo":
      return <LimboDrawing record={outcome as unknown as LimboRecord} />;
    case "roulette":
      return <RouletteDrawing record={outcome as unknown as RouletteRecord} currency={currency} />;
    case "mines":
      return <MinesDrawing record={outcome as unknown as MinesRecord} />;
    case "slots":
      return (
        <SlotsDrawing
          record={outcome as unknown as SlotsRecord}
          machine={(config as Machine | null) ?? null}
        />
      );
    default:
      return <pre className="overflow-x-auto p-4 text-xs">{JSON.stringify(outcome, null, 2)}</pre>;
  }
}

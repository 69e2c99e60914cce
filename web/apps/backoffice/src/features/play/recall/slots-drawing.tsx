import { type Machine, windowAt } from "@stakehouse/fair";
import { useT } from "@stakehouse/i18n";
import { SlotSymbol, SymbolSheet } from "@stakehouse/kit/art";
import { cx } from "@stakehouse/ui";
import { useState } from "react";
import { humanize } from "~/app/word";
import { Stage } from "./line-drawings";
import { type SlotsRecord, type SpinRecord, winningCells } from "./shapes";

interface SlotsDrawingProps {
  record: SlotsRecord;
  /** The machine's strips; without them only the stops can be told. */
  machine: Machine | null;
}

/** The window of each spin with the lines that paid; free spins can be gone through one by one. */
export function SlotsDrawing({ record, machine }: SlotsDrawingProps) {
  const t = useT();
  const [at, setAt] = useState(0);
  const spins: SpinRecord[] = [record, ...record.free_spins];
  const spin = spins[at] ?? record;
  const said = t("recall.slots", {
    lines: spin.wins.length,
    scatters: spin.scatters,
    multiplier: spin.multiplier,
  });
  return (
    <>
      <Stage label={said}>
        {machine ? (
          <Window spin={spin} machine={machine} />
        ) : (
          <p className="figures font-semibold text-2xl">{spin.stops.join(" · ")}</p>
        )}
        <p className="text-center text-ink-paper/80 text-sm">{said}</p>
      </Stage>
      {record.free_spins.length > 0 && (
        <div className="no-bar flex gap-1 overflow-x-auto border-b px-3 py-2">
          {spins.map((_, place) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a spin is its place in the round.
              key={place}
              type="button"
              aria-pressed={place === at}
              onClick={() => setAt(place)}
              className={cx(
                "min-h-8 shrink-0 rounded-md px-2.5 text-[0.8125rem]",
                place === at ? "bg-primary-soft font-medium text-primary" : "hover:bg-muted",
              )}
            >
              {place === 0 ? t("recall.paid_spin") : t("recall.free_spin", { number: place })}
            </button>
          ))}
        </div>
      )}
      {spin.wins.length > 0 && (
        <ul className="grid text-[0.8125rem]">
          {spin.wins.map((win) => (
            <li
              key={win.line}
              className="flex h-9 items-center justify-between gap-4 border-t px-4 first:border-0"
            >
              <span>
                {t("recall.line", { line: win.line + 1, count: win.count, symbol: humanize(win.symbol) })}
              </span>
              <span className="figures font-medium">{win.multiplier}×</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Window({ spin, machine }: { spin: SpinRecord; machine: Machine }) {
  const won = winningCells(machine.lines, spin.wins);
  return (
    <div className="relative grid w-full max-w-lg grid-cols-5 gap-1.5">
      <SymbolSheet />
      {windowAt(machine, spin.stops).map((reel, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reel is its place in the machine.
        <div key={at} className="grid gap-1.5">
          {reel.map((symbol, row) => {
            const lit = won.has(`${at}:${row}`) || (symbol === machine.scatter && spin.scatters >= 3);
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the reel.
                key={row}
                className={cx(
                  "grid aspect-square place-items-center rounded-lg p-[12%]",
                  lit ? "bg-ink-paper/20 ring-2 ring-ink-gold" : "bg-ink-line/40 opacity-70",
                )}
              >
                <SlotSymbol name={symbol} className="size-full" />
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

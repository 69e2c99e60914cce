import { useT } from "@stakehouse/i18n";
import { SlotSymbol, SymbolSheet } from "@stakehouse/kit/art";
import { cx } from "@stakehouse/ui";
import { type RefObject, useEffect, useState } from "react";
import { wantsMotion } from "../shell/motion";
import { cellsOf, type MachineConfig, type SpinShown } from "./machine";
import type { FreeCount } from "./use-reels";

const CYCLE_MS = 1400;

interface SlotsStageProps {
  machine: MachineConfig;
  columns: string[][];
  strips: RefObject<(HTMLDivElement | null)[]>;
  shown: SpinShown | null;
  free: FreeCount | null;
  moving: boolean;
  /** A win that the law forbids to celebrate: its lines are not lit. */
  quiet: boolean;
  /** Cuts the spin short; null where the law forbids it. */
  onSkip: (() => void) | null;
}

/** Five reels under a northern night; after a spin its winning lines, all at once and then one by one. */
export function SlotsStage({
  machine,
  columns,
  strips,
  shown,
  free,
  moving,
  quiet,
  onSkip,
}: SlotsStageProps) {
  const t = useT();
  const at = useCycle(shown);
  const wins = quiet ? [] : (shown?.wins ?? []);
  const current = at === null ? wins : wins.slice(at, at + 1);
  const lit = new Set(current.flatMap((win) => cellsOf(machine, win).map(String)));
  const awarded = shown && !free && machine.free_spins[shown.scatters];
  return (
    <div className="relative px-2.5 pt-4 pb-5 sm:px-8 sm:pt-7 sm:pb-9">
      <Night />
      <SymbolSheet />
      <div className="relative mx-auto max-w-3xl">
        <div className="rounded-2xl bg-ink-gold p-[3px] shadow-float">
          <div className="relative grid grid-cols-5 gap-[3px] overflow-hidden rounded-[calc(var(--radius)*2-3px)] bg-ink-gold">
            {columns.map((column, reel) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a reel is its place.
              <div key={reel} className="relative aspect-[1/3] overflow-hidden bg-ink-night">
                <div
                  ref={(element) => {
                    strips.current[reel] = element;
                  }}
                  className="absolute inset-x-0 top-0"
                >
                  {column.map((name, row) => (
                    <div
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place on the strip.
                      key={row}
                      className={cx(
                        "grid aspect-square place-items-center border-ink-line/40 border-b transition-opacity",
                        shown &&
                          wins.length > 0 &&
                          !lit.has(`${reel},${row}`) &&
                          !(name === machine.scatter && shown.scatters > 2) &&
                          "opacity-35",
                      )}
                    >
                      <SlotSymbol
                        name={name}
                        className={cx("size-[74%]", lit.has(`${reel},${row}`) && "slot-win")}
                      />
                    </div>
                  ))}
                </div>
              </div>
            ))}
            {shown && <Lines machine={machine} wins={current} />}
          </div>
        </div>
        {free && (
          <p className="display absolute -top-3 left-1/2 flex -translate-x-1/2 items-baseline gap-3 whitespace-nowrap rounded-full bg-ink-violet px-5 py-1.5 text-xl shadow-float">
            {t("slots.free", { played: free.played, of: free.of })}
            <span className="text-ink-gold">{free.won.toFixed(2)}×</span>
          </p>
        )}
        {Boolean(awarded) && (
          <div className="absolute inset-0 grid place-items-center">
            <p className="display animate-pop rounded-2xl bg-ink-violet px-8 py-5 text-center text-5xl shadow-float">
              {t("slots.awarded", { count: Number(awarded) })}
            </p>
          </div>
        )}
      </div>
      {moving && onSkip && (
        <button
          type="button"
          onClick={onSkip}
          className="absolute right-4 bottom-1 h-9 rounded-full bg-ink-night/70 px-4 font-medium text-sm"
        >
          {t("play.skip")}
        </button>
      )}
    </div>
  );
}

/** Null while all wins are shown together, then the place of one after the other. */
function useCycle(shown: SpinShown | null): number | null {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    setAt(null);
    const count = shown?.wins.length ?? 0;
    if (count < 2 || !wantsMotion()) return;
    const timer = setInterval(
      () => setAt((before) => (before === null ? 0 : before + 1 < count ? before + 1 : null)),
      CYCLE_MS,
    );
    return () => clearInterval(timer);
  }, [shown]);
  return at;
}

function Lines({ machine, wins }: { machine: MachineConfig; wins: SpinShown["wins"] }) {
  return (
    <svg
      viewBox="0 0 500 300"
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 h-full w-full"
      aria-hidden="true"
    >
      {wins.map((win) => (
        <polyline
          key={win.line}
          points={cellsOf(machine, win)
            .map(([reel, row]) => `${reel * 100 + 50},${row * 100 + 50}`)
            .join(" ")}
          pathLength={1}
          className="slot-line"
          fill="none"
          stroke="var(--ink-gold)"
          strokeWidth="6"
          strokeLinejoin="round"
          strokeLinecap="round"
          strokeOpacity="0.85"
        />
      ))}
    </svg>
  );
}

function Night() {
  return (
    <svg
      viewBox="0 0 400 300"
      preserveAspectRatio="xMidYMax slice"
      className="absolute inset-0 h-full w-full"
      aria-hidden="true"
    >
      <rect width="400" height="300" fill="var(--ink-night)" />
      <g className="night-sway">
        <path
          d="M-20 150C60 30 120 130 200 60s150-40 240 0v90c-80-40-150 20-230 20S60 210-20 220z"
          fill="var(--ink-green)"
          opacity="0.6"
        />
        <path
          d="M-20 110C70 40 130 100 210 40s150-50 230 0v60c-80-30-150 20-230 20S60 170-20 180z"
          fill="var(--ink-mint)"
          opacity="0.35"
        />
        <path
          d="M-20 190c90-50 150 0 230-60s140-30 230-10v70c-80-20-150 40-230 40S60 240-20 250z"
          fill="var(--ink-violet)"
          opacity="0.5"
        />
      </g>
      <path d="M-5 300V240l60-60 40 46 56-76 70 92 40-44 54 56 30-30 60 40v76z" fill="var(--ink-plum)" />
    </svg>
  );
}

import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { type KeyboardEvent, useRef, useState } from "react";
import type { MinesOutcome } from "./mines-game";

const WIDTH = 5;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WIDTH, ArrowDown: WIDTH };

interface BoardProps {
  tiles: number;
  outcome: MinesOutcome | null;
  /** The tile whose answer is awaited. */
  pressed: number | null;
  playable: boolean;
  onOpen: (tile: number) => void;
}

type Face = "covered" | "safe" | "mine" | "blast";

function faceOf(tile: number, outcome: MinesOutcome | null): Face {
  if (!outcome) return "covered";
  const opened = outcome.revealed.includes(tile);
  if (outcome.mine_tiles?.includes(tile)) return opened ? "blast" : "mine";
  return opened ? "safe" : "covered";
}

/** Twenty-five tiles as a grid; arrow keys move, Enter or Space opens. */
export function Board({ tiles, outcome, pressed, playable, onOpen }: BoardProps) {
  const t = useT();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = focused + step;
    const wraps = Math.abs(step) === 1 && Math.floor(next / WIDTH) !== Math.floor(focused / WIDTH);
    if (next < 0 || next >= tiles || wraps) return;
    setFocused(next);
    grid.current?.querySelector<HTMLElement>(`[data-tile="${next}"]`)?.focus();
  }

  const rows = Array.from({ length: tiles / WIDTH }, (_, row) =>
    Array.from({ length: WIDTH }, (_, at) => row * WIDTH + at),
  );
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t("mines.board")}
      tabIndex={-1}
      onKeyDown={move}
      className="mx-auto grid w-full max-w-[30rem] gap-1.5 sm:gap-2.5"
    >
      {rows.map((row, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, not the rows.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
        <div key={at} role="row" className="grid grid-cols-5 gap-1.5 sm:gap-2.5">
          {row.map((tile) => {
            const face = faceOf(tile, outcome);
            return (
              <div key={tile} role="gridcell" tabIndex={-1} className="contents">
                <button
                  type="button"
                  data-tile={tile}
                  tabIndex={tile === focused ? 0 : -1}
                  aria-label={t("mines.tile", { row: at + 1, column: (tile % WIDTH) + 1, face })}
                  aria-disabled={!playable || face !== "covered"}
                  onFocus={() => setFocused(tile)}
                  onClick={() => playable && face === "covered" && onOpen(tile)}
                  className={cx(
                    "mine-tile",
                    `mine-${face}`,
                    pressed === tile && "mine-pressed",
                    outcome?.mine_tiles && face === "covered" && "opacity-40",
                  )}
                >
                  <span className="mine-inner">
                    <span className="mine-back" />
                    <span className="mine-front">
                      {face === "safe" ? <Gem /> : face === "covered" ? null : <Bomb />}
                    </span>
                  </span>
                </button>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Gem() {
  return (
    <svg viewBox="-50 -46 100 100" className="w-[66%]" aria-hidden="true">
      <path d="M-46-6-27-36h54L46-6 0 48z" fill="var(--ink-mint)" />
      <path d="M-46-6h92L0 48z" fill="var(--ink-sky)" opacity="0.5" />
      <path d="M-18-6 0-36l18 30L0 48z" fill="var(--ink-paper)" opacity="0.5" />
    </svg>
  );
}

function Bomb() {
  return (
    <svg viewBox="-50 -56 100 100" className="w-[66%]" aria-hidden="true">
      <circle r="34" cy="4" fill="var(--ink-night)" />
      <path
        d="M20-24c6-14 14-16 22-8"
        fill="none"
        stroke="var(--ink-gold)"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <circle cx="43" cy="-32" r="6" fill="var(--ink-coral)" />
      <path
        d="M-20-2c2-10 8-14 16-16"
        fill="none"
        stroke="var(--ink-line)"
        strokeWidth="6"
        strokeLinecap="round"
      />
    </svg>
  );
}

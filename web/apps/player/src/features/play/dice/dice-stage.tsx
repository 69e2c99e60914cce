import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import type { Ref } from "react";
import { type Direction, text } from "./odds";

interface DiceStageProps {
  direction: Direction;
  target: number;
  disabled: boolean;
  onTarget: (target: number) => void;
  /** The last roll and whether it won; null before the first. */
  shown: { roll: number; won: boolean } | null;
  /** Moved by hand while a roll is shown. */
  figure: Ref<HTMLSpanElement>;
  marker: Ref<HTMLDivElement>;
  rolling: boolean;
}

/** The roll in large figures, and the rail on which the target is set and the roll lands. */
export function DiceStage(props: DiceStageProps) {
  const { direction, target, disabled, onTarget, shown, figure, marker, rolling } = props;
  const t = useT();
  const at = target / 100;
  const win = "var(--ink-mint)";
  const lose = "var(--ink-rose)";
  const [left, right] = direction === "over" ? [lose, win] : [win, lose];
  const lit = shown && !rolling;
  return (
    <div className="grid gap-6 bg-linear-to-b from-ink-red/70 to-ink-night px-5 pt-8 pb-12 sm:px-10 sm:pt-12 sm:pb-16">
      <p
        aria-hidden="true"
        className={cx(
          "display figures text-center text-[clamp(5.5rem,26vw,11rem)] transition-colors duration-200",
          lit ? (shown.won ? "text-ink-mint" : "text-ink-paper/60") : "text-ink-paper",
        )}
      >
        <span ref={figure}>{shown ? text(shown.roll) : "50.00"}</span>
      </p>
      <div className="relative pt-11">
        <div
          ref={marker}
          aria-hidden="true"
          className={cx("absolute top-0 -translate-x-1/2", !shown && !rolling && "invisible")}
          style={{ left: `${shown ? shown.roll / 100 : 50}%` }}
        >
          <svg viewBox="-20 -20 40 46" className="h-12 w-10" aria-hidden="true">
            <path d="M0 26-7 15H7z" fill="var(--ink-paper)" />
            <rect x="-16" y="-16" width="32" height="32" rx="8" fill="var(--ink-paper)" />
            {[-1, 1].flatMap((x) =>
              [-1, 1].map((y) => (
                <circle key={`${x}${y}`} cx={x * 7} cy={y * 7} r="2.9" fill="var(--ink-red)" />
              )),
            )}
            <circle r="2.9" fill="var(--ink-red)" />
          </svg>
        </div>
        <div className="relative rounded-full bg-ink-night/60 p-3">
          <div
            aria-hidden="true"
            className="h-3 rounded-full"
            style={{ background: `linear-gradient(90deg, ${left} ${at}%, ${right} ${at}%)` }}
          />
          <input
            type="range"
            min={0}
            max={10_000}
            step={1}
            value={target}
            disabled={disabled}
            aria-label={t("dice.target")}
            aria-valuetext={t(`dice.goal.${direction}`, { target: text(target) })}
            onChange={(event) => onTarget(Number(event.target.value))}
            className="dice-rail absolute inset-x-3 inset-y-0 w-[calc(100%-1.5rem)] appearance-none bg-transparent"
          />
        </div>
        <div aria-hidden="true" className="figures flex justify-between px-3 pt-2 text-xs opacity-70">
          {["0", "25", "50", "75", "100"].map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

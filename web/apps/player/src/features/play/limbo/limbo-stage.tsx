import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import type { Ref } from "react";
import type { LimboShown } from "./limbo-game";

const INKS = ["violet", "rose", "coral", "gold", "mint", "sky"] as const;
const STARS = Array.from({ length: 34 }, (_, at) => ({
  // Scattered by the golden angle: even, never in rows, the same on every visit.
  x: (at * 61.8) % 100,
  y: (at * 38.2 + (at % 5) * 9) % 78,
  r: 0.14 + (at % 4) * 0.06,
}));

interface LimboStageProps {
  shown: LimboShown | null;
  moving: boolean;
  target: string;
  figure: Ref<HTMLSpanElement>;
  rings: Ref<SVGGElement>;
}

/** The figure climbing over the rings of the night. */
export function LimboStage({ shown, moving, target, figure, rings }: LimboStageProps) {
  const t = useT();
  const lit = shown && !moving;
  return (
    <div className="relative grid h-[20rem] place-items-center overflow-hidden sm:h-[27rem]">
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="xMidYMax slice"
        className="absolute inset-0 h-full w-full"
        aria-hidden="true"
      >
        <rect width="100" height="100" fill="var(--ink-night)" />
        {STARS.map((star) => (
          <circle
            key={`${star.x}`}
            cx={star.x}
            cy={star.y}
            r={star.r}
            fill="var(--ink-paper)"
            opacity="0.75"
          />
        ))}
        <g transform="translate(50 112)">
          <g ref={rings} className="transition-[scale] duration-500 ease-house">
            {INKS.map((ink, at) => (
              <circle key={ink} r={52 - at * 6.4} fill={`var(--ink-${ink})`} opacity={0.92} />
            ))}
            <circle r="13.6" fill="var(--ink-night)" />
          </g>
        </g>
      </svg>
      <div className="relative -mt-16 grid justify-items-center gap-2">
        <p
          aria-hidden="true"
          className={cx(
            "display figures text-[clamp(5rem,22vw,10.5rem)] transition-colors duration-200",
            lit ? (shown.won ? "text-ink-mint" : "text-ink-rose") : "text-ink-paper",
          )}
        >
          <span ref={figure}>
            {shown
              ? `${Math.floor(shown.drawn / 100)}.${String(shown.drawn % 100).padStart(2, "0")}`
              : "1.00"}
          </span>
          ×
        </p>
        <p className="rounded-full bg-ink-night/70 px-4 py-1.5 text-sm">{t("limbo.goal", { target })}</p>
      </div>
    </div>
  );
}

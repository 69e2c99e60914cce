import type { ReactNode } from "react";
import { colourOf, INKS, WHEEL } from "../roulette/cloth";
import { sector } from "./geometry";
import { MinesPoster, SlotsPoster } from "./scenes";

const PIPS: Record<number, readonly (readonly [number, number])[]> = {
  3: [
    [-1, -1],
    [0, 0],
    [1, 1],
  ],
  5: [
    [-1, -1],
    [1, -1],
    [0, 0],
    [-1, 1],
    [1, 1],
  ],
};

function Die({ face, fill, pip, size }: { face: 3 | 5; fill: string; pip: string; size: number }) {
  const half = size / 2;
  return (
    <>
      <rect x={-half + 7} y={-half + 9} width={size} height={size} rx={size * 0.2} fill="var(--ink-shadow)" />
      <rect x={-half} y={-half} width={size} height={size} rx={size * 0.2} fill={fill} />
      {PIPS[face]?.map(([x, y]) => (
        <circle key={`${x}${y}`} cx={x * size * 0.26} cy={y * size * 0.26} r={size * 0.095} fill={pip} />
      ))}
    </>
  );
}

function DicePoster() {
  const rays = Array.from({ length: 18 }, (_, at) => at);
  return (
    <>
      <rect width="240" height="320" fill="var(--ink-red)" />
      <g transform="translate(120 150)">
        <g className="poster-turn">
          {rays.map((at) => (
            <path
              key={at}
              d={sector(30, 330, at / 18, at / 18 + 1 / 36)}
              fill="var(--ink-shadow)"
              opacity="0.28"
            />
          ))}
        </g>
      </g>
      <g transform="translate(156 84) rotate(18)" className="poster-lift">
        <Die face={3} fill="var(--ink-gold)" pip="var(--ink-night)" size={86} />
      </g>
      <g transform="translate(94 152) rotate(-14)" className="poster-lift">
        <Die face={5} fill="var(--ink-paper)" pip="var(--ink-red)" size={112} />
      </g>
    </>
  );
}

const ARCS = ["violet", "rose", "coral", "gold", "mint", "sky"] as const;

function LimboPoster() {
  return (
    <>
      <rect width="240" height="320" fill="var(--ink-night)" />
      {[
        [38, 52, 1.6],
        [200, 34, 2],
        [176, 88, 1.2],
        [64, 110, 1.4],
        [214, 132, 1.5],
        [24, 150, 1.1],
      ].map(([x, y, r]) => (
        <circle key={`${x}${y}`} cx={x} cy={y} r={r} fill="var(--ink-paper)" opacity="0.8" />
      ))}
      <g transform="translate(120 262)">
        {ARCS.map((ink, at) => (
          <circle
            key={ink}
            r={152 - at * 22}
            fill={`var(--ink-${ink})`}
            className="poster-arc"
            style={{ transitionDelay: `${at * 30}ms` }}
          />
        ))}
        <circle r="20" fill="var(--ink-night)" />
      </g>
      <g className="poster-rise">
        <circle cx="120" cy="62" r="24" fill="var(--ink-paper)" />
        <circle cx="129" cy="56" r="19" fill="var(--ink-night)" />
      </g>
    </>
  );
}

function RoulettePoster() {
  const share = 1 / WHEEL.length;
  return (
    <>
      <rect width="240" height="320" fill="var(--ink-felt)" />
      <path d="M-20 78 260 18M-20 100 260 40" stroke="var(--ink-line)" strokeWidth="2" />
      <g transform="translate(120 150)">
        <circle r="136" fill="var(--ink-shadow)" cx="6" cy="9" />
        <circle r="136" fill="var(--ink-gold)" />
        <circle r="127" fill="var(--ink-night)" />
        <g className="poster-turn">
          {WHEEL.map((number, at) => (
            <path
              key={number}
              d={sector(72, 119, at * share, (at + 1) * share)}
              fill={INKS[colourOf(number)]}
              stroke="var(--ink-gold)"
              strokeWidth="0.7"
            />
          ))}
          <circle r="72" fill="var(--ink-felt-deep)" stroke="var(--ink-gold)" strokeWidth="2" />
          {[0, 0.25, 0.5, 0.75].map((turn) => (
            <path key={turn} d="M-5-8 0-60 5-8z" fill="var(--ink-gold)" transform={`rotate(${turn * 360})`} />
          ))}
          <circle r="17" fill="var(--ink-gold)" />
          <circle r="8" fill="var(--ink-paper)" opacity="0.7" />
        </g>
        <circle cx="58" cy="-80" r="8" fill="var(--ink-paper)" />
      </g>
    </>
  );
}

const posters: Record<string, () => ReactNode> = {
  dice: DicePoster,
  limbo: LimboPoster,
  roulette: RoulettePoster,
  slots: SlotsPoster,
  mines: MinesPoster,
};

/** The poster of an engine; engines without one get the house's rays. */
export function PosterArt({ engine }: { engine: string }) {
  const Art = posters[engine] ?? DicePoster;
  return (
    <svg
      viewBox="0 0 240 320"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 h-full w-full"
      aria-hidden="true"
    >
      <Art />
    </svg>
  );
}

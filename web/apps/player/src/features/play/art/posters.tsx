import type { ReactNode } from "react";
import { colourOf, INKS, WHEEL } from "../roulette/cloth";
import { sector } from "./geometry";

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

export function DicePoster() {
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
      <g transform="translate(150 108) rotate(18)" className="poster-lift">
        <Die face={3} fill="var(--ink-gold)" pip="var(--ink-night)" size={86} />
      </g>
      <g transform="translate(92 178) rotate(-14)" className="poster-lift">
        <Die face={5} fill="var(--ink-paper)" pip="var(--ink-red)" size={112} />
      </g>
    </>
  );
}

const ARCS = ["violet", "rose", "coral", "gold", "mint", "sky"] as const;

export function LimboPoster() {
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
      <g transform="translate(120 292)">
        {ARCS.map((ink, at) => (
          <circle
            key={ink}
            r={172 - at * 25}
            fill={`var(--ink-${ink})`}
            className="poster-arc"
            style={{ transitionDelay: `${at * 30}ms` }}
          />
        ))}
        <circle r="22" fill="var(--ink-night)" />
      </g>
      <g className="poster-rise">
        <circle cx="120" cy="70" r="26" fill="var(--ink-paper)" />
        <circle cx="129" cy="63" r="20" fill="var(--ink-night)" />
      </g>
    </>
  );
}

export function RoulettePoster() {
  const share = 1 / WHEEL.length;
  return (
    <>
      <rect width="240" height="320" fill="var(--ink-felt)" />
      <path d="M-20 78 260 18M-20 100 260 40" stroke="var(--ink-line)" strokeWidth="2" />
      <g transform="translate(120 186)">
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

export function SlotsPoster() {
  return (
    <>
      <rect width="240" height="320" fill="var(--ink-night)" />
      <g className="poster-sway">
        <path
          d="M-10 150C40 60 70 130 120 60S210 20 260 40V170C200 120 170 190 120 170S40 220-10 210z"
          fill="var(--ink-green)"
          opacity="0.75"
        />
        <path
          d="M-10 120C50 60 90 110 130 50S220-10 260 0V70C200 60 180 130 130 130S40 180-10 170z"
          fill="var(--ink-mint)"
          opacity="0.55"
        />
        <path
          d="M-10 170C60 130 80 170 140 120S230 90 260 100V150C210 140 180 190 130 180S50 230-10 220z"
          fill="var(--ink-violet)"
          opacity="0.55"
        />
      </g>
      <path
        d="M187 36l5.5 13.5L206 55l-13.5 5.5L187 74l-5.5-13.5L168 55l13.5-5.5z"
        fill="var(--ink-gold)"
        className="poster-rise"
      />
      <path d="M-5 250 50 170l34 44 40-66 58 84 24-34 44 62v70H-5z" fill="var(--ink-plum)" />
      <path d="M124 148l20 29-13 10-9-8-10 12-8-9zM50 170l14 18-9 8-6-5-9 7-3-9z" fill="var(--ink-paper)" />
      <g fill="var(--ink-black)">
        <path d="M22 262 36 214l14 48zM40 268l10-38 12 38zM206 262l11-42 13 42z" />
      </g>
      <path d="M-5 262c60-16 170-16 250 0v60H-5z" fill="var(--ink-paper)" />
      <g fill="var(--ink-coral)" transform="translate(98 196)" className="poster-lift">
        <path d="M14 10 4-14l20 10a30 30 0 0 1 24 0l20-10-10 24c6 12 2 26-22 40C12 36 8 22 14 10z" />
        <path
          d="M36 50c-10-6-18-13-21-22 8 0 16 4 21 10 5-6 13-10 21-10-3 9-11 16-21 22z"
          fill="var(--ink-paper)"
        />
        <circle cx="26" cy="22" r="3.4" fill="var(--ink-night)" />
        <circle cx="46" cy="22" r="3.4" fill="var(--ink-night)" />
        <path d="M31 42h10l-5 7z" fill="var(--ink-night)" />
      </g>
    </>
  );
}

export function MinesPoster() {
  const tiles = Array.from({ length: 20 }, (_, at) => ({ x: at % 4, y: Math.floor(at / 4) }));
  return (
    <>
      <rect width="240" height="320" fill="var(--ink-plum)" />
      <g transform="translate(120 20) rotate(30) skewX(-8)">
        {tiles.map(({ x, y }) => (
          <g key={`${x}${y}`} transform={`translate(${x * 66 - 76} ${y * 66 - 60})`}>
            <rect x="3" y="6" width="57" height="57" rx="13" fill="var(--ink-shadow)" />
            <rect
              width="57"
              height="57"
              rx="13"
              fill="var(--ink-violet)"
              opacity={x === 1 && y === 3 ? 0.25 : 1}
            />
            <rect x="2" y="2" width="53" height="26" rx="11" fill="var(--ink-line)" opacity="0.5" />
          </g>
        ))}
      </g>
      <g transform="translate(164 112)" className="poster-lift">
        <circle cx="5" cy="7" r="34" fill="var(--ink-shadow)" />
        <circle r="34" fill="var(--ink-night)" />
        <path
          d="M20-28c6-14 16-16 26-8"
          fill="none"
          stroke="var(--ink-gold)"
          strokeWidth="5"
          strokeLinecap="round"
        />
        <path d="m48-48 3 9 9 3-9 3-3 9-3-9-9-3 9-3z" fill="var(--ink-coral)" />
        <path
          d="M-20-8c2-10 8-14 16-16"
          fill="none"
          stroke="var(--ink-line)"
          strokeWidth="6"
          strokeLinecap="round"
        />
      </g>
      <Gem transform="translate(82 190) scale(1.15)" />
    </>
  );
}

function Gem({ transform }: { transform: string }) {
  return (
    <g transform={transform}>
      <g className="poster-rise">
        <path d="M-42 0-24-30h48L42 0 4 54z" fill="var(--ink-shadow)" />
        <path d="M-46-6-27-36h54L46-6 0 48z" fill="var(--ink-mint)" />
        <path d="M-46-6h92L0 48z" fill="var(--ink-sky)" opacity="0.55" />
        <path d="M-18-6 0-36l18 30L0 48z" fill="var(--ink-paper)" opacity="0.45" />
      </g>
    </g>
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

/** The posters that show a scene: a northern night, a field of tiles. */

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
      <g fill="var(--ink-coral)" transform="translate(80 158) scale(1.12)" className="poster-lift">
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
      <g transform="translate(166 96)" className="poster-lift">
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
      <Gem transform="translate(84 158) scale(1.15)" />
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

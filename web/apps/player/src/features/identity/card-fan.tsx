const CARDS = [
  { turn: -34, suit: "spade", rank: "A", ink: "var(--ink-black)" },
  { turn: -13, suit: "heart", rank: "K", ink: "var(--ink-red)" },
  { turn: 8, suit: "club", rank: "Q", ink: "var(--ink-black)" },
  { turn: 29, suit: "diamond", rank: "J", ink: "var(--ink-red)" },
] as const;

const SUITS = {
  spade:
    "M0-36C10-20 30-10 30 8c0 10-8 16-16 16-5 0-9-2-12-6 1 8 4 14 10 18H-12c6-4 9-10 10-18-3 4-7 6-12 6-8 0-16-6-16-16C-30-10-10-20 0-36z",
  heart: "M0 34C-20 16-30 6-30-9c0-10 7-17 16-17 6 0 11 3 14 9 3-6 8-9 14-9 9 0 16 7 16 17C30 6 20 16 0 34z",
  club: "M0-34c9 0 15 6 15 14 0 3-1 6-3 8 3-2 6-3 9-3 8 0 14 6 14 14s-6 15-14 15c-7 0-13-3-17-9 1 8 4 15 9 20h-26c5-5 8-12 9-20-4 6-10 9-17 9-8 0-14-7-14-15s6-14 14-14c3 0 6 1 9 3-2-2-3-5-3-8 0-8 6-14 15-14z",
  diamond: "M0-36 26 0 0 36-26 0z",
} as const;

/** Four cards fanned out over the felt. */
export function CardFan({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 480 600" preserveAspectRatio="xMidYMid slice" className={className} aria-hidden="true">
      <circle cx="240" cy="250" r="330" fill="var(--ink-felt)" />
      <circle cx="240" cy="250" r="250" fill="none" stroke="var(--ink-line)" strokeWidth="1.5" />
      <circle
        cx="240"
        cy="250"
        r="236"
        fill="none"
        stroke="var(--ink-line)"
        strokeWidth="6"
        strokeDasharray="1 13"
        strokeLinecap="round"
      />
      {CARDS.map((card) => (
        <g key={card.suit} transform={`translate(240 440) rotate(${card.turn}) translate(0 -210)`}>
          <rect x="-72" y="-98" width="150" height="210" rx="14" fill="var(--ink-shadow)" />
          <rect x="-75" y="-105" width="150" height="210" rx="14" fill="var(--ink-paper)" />
          <rect
            x="-66"
            y="-96"
            width="132"
            height="192"
            rx="8"
            fill="none"
            stroke={card.ink}
            strokeOpacity="0.25"
          />
          <path d={SUITS[card.suit]} fill={card.ink} transform="scale(1.25)" />
          <Corner rank={card.rank} suit={card.suit} ink={card.ink} />
          <g transform="rotate(180)">
            <Corner rank={card.rank} suit={card.suit} ink={card.ink} />
          </g>
        </g>
      ))}
    </svg>
  );
}

function Corner({ rank, suit, ink }: { rank: string; suit: keyof typeof SUITS; ink: string }) {
  return (
    <g transform="translate(-52 -70)">
      <text textAnchor="middle" fill={ink} className="display" fontSize="30">
        {rank}
      </text>
      <path d={SUITS[suit]} fill={ink} transform="translate(0 18) scale(0.3)" />
    </g>
  );
}

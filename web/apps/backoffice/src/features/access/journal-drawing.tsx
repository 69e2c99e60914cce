const ROWS = 18;
const COLUMNS = 2;

/** Widths of the drawn entries; any numbers do, these make a quiet rhythm. */
function width(row: number, column: number): number {
  return 38 + ((row * 53 + column * 31) % 7) * 15;
}

/** A journal of double entries, each debit bound to its credit: what this house is about, as a picture. */
export function JournalDrawing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 800 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <rect width="800" height="900" fill="var(--ink-night)" />
      {Array.from({ length: ROWS }, (_, row) => row).map((row) => {
        const y = 76 + row * 44;
        const bright = row % 5 === 2;
        return (
          <g key={row}>
            <line x1="70" x2="730" y1={y + 22} y2={y + 22} stroke="var(--ink-line)" strokeWidth="0.6" />
            <circle cx="84" cy={y} r="3" fill={bright ? "var(--ink-gold)" : "var(--ink-line)"} />
            <rect x="106" y={y - 4} width={width(row, 3) + 40} height="8" rx="4" fill="var(--ink-line)" />
            {Array.from({ length: COLUMNS }, (_, column) => column).map((column) => {
              const size = width(row, 1);
              const x = column ? 700 - size : 350;
              return (
                <rect
                  key={column}
                  x={x}
                  y={y - 6}
                  width={size}
                  height="12"
                  rx="6"
                  fill={column ? "var(--ink-mint)" : "var(--ink-coral)"}
                  opacity={bright ? 0.95 : 0.32}
                />
              );
            })}
            <path
              d={`M ${350 + width(row, 1)} ${y} L ${700 - width(row, 1)} ${y}`}
              stroke="var(--ink-paper)"
              strokeDasharray="1.5 5"
              strokeLinecap="round"
              strokeWidth="1.5"
              opacity={bright ? 0.7 : 0.2}
            />
          </g>
        );
      })}
    </svg>
  );
}

import type { ReactNode } from "react";

const bear = (
  <>
    <circle cx="24" cy="27" r="13" fill="var(--ink-coral)" />
    <circle cx="76" cy="27" r="13" fill="var(--ink-coral)" />
    <path d="M50 14c26 0 38 18 38 38S74 90 50 90 12 72 12 52s12-38 38-38z" fill="var(--ink-coral)" />
    <ellipse cx="50" cy="66" rx="22" ry="17" fill="var(--ink-paper)" />
    <path d="M42 57h16l-8 10z" fill="var(--ink-night)" />
    <path
      d="M50 66v7m-8 2c3 3 13 3 16 0"
      stroke="var(--ink-night)"
      strokeWidth="3"
      fill="none"
      strokeLinecap="round"
    />
    <circle cx="34" cy="45" r="4.5" fill="var(--ink-night)" />
    <circle cx="66" cy="45" r="4.5" fill="var(--ink-night)" />
  </>
);

const stag = (
  <>
    <path
      d="M36 42C22 40 16 30 16 16m8 18C16 32 12 26 8 22m28 20C28 34 28 24 32 12m32 30c14-2 20-12 20-26m-8 18c8-2 12-8 16-12M64 42c8-8 8-18 4-30"
      stroke="var(--ink-gold)"
      strokeWidth="5"
      strokeLinecap="round"
      fill="none"
    />
    <path
      d="M14 46c10-4 18-2 22 4h28c4-6 12-8 22-4-4 10-12 14-20 12-1 18-7 34-16 34S35 76 34 58c-8 2-16-2-20-12z"
      fill="var(--ink-rose)"
    />
    <path d="M42 78c0-6 16-6 16 0 0 8-4 14-8 14s-8-6-8-14z" fill="var(--ink-night)" />
    <circle cx="40" cy="58" r="3.6" fill="var(--ink-night)" />
    <circle cx="60" cy="58" r="3.6" fill="var(--ink-night)" />
  </>
);

const owl = (
  <>
    <path
      d="M18 14c12 8 20 8 32 8s20 0 32-8c4 18 4 30 2 46-2 20-16 30-34 30S18 80 16 60c-2-16-2-28 2-46z"
      fill="var(--ink-violet)"
    />
    <circle cx="34" cy="44" r="17" fill="var(--ink-paper)" />
    <circle cx="66" cy="44" r="17" fill="var(--ink-paper)" />
    <circle cx="35" cy="45" r="8.5" fill="var(--ink-night)" />
    <circle cx="65" cy="45" r="8.5" fill="var(--ink-night)" />
    <circle cx="38" cy="42" r="2.6" fill="var(--ink-paper)" />
    <circle cx="68" cy="42" r="2.6" fill="var(--ink-paper)" />
    <path d="M44 54h12l-6 12z" fill="var(--ink-gold)" />
    <path
      d="M36 74c4 4 8 4 8 0 0 4 12 4 12 0 0 4 4 4 8 0"
      stroke="var(--ink-rose)"
      strokeWidth="3.5"
      fill="none"
      strokeLinecap="round"
    />
  </>
);

const fox = (
  <>
    <path
      d="M12 10c4 10 12 16 20 20a44 44 0 0 1 36 0c8-4 16-10 20-20 6 24 4 38-2 48-8 14-22 26-36 32-14-6-28-18-36-32C8 48 6 34 12 10z"
      fill="var(--ink-red)"
    />
    <path
      d="M50 90C36 84 22 72 14 58c12-4 28 2 36 16 8-14 24-20 36-16-8 14-22 26-36 32z"
      fill="var(--ink-paper)"
    />
    <circle cx="34" cy="52" r="4.4" fill="var(--ink-night)" />
    <circle cx="66" cy="52" r="4.4" fill="var(--ink-night)" />
    <path d="M43 80h14l-7 10z" fill="var(--ink-night)" />
  </>
);

const pine = (
  <>
    <rect x="44" y="78" width="12" height="14" rx="2" fill="var(--ink-coral)" />
    <path d="M50 8 74 40H62l18 22H66l20 20H14l20-20H20l18-22H26z" fill="var(--ink-green)" />
    <path d="M50 8 74 40H62l18 22H66l20 20H50z" fill="var(--ink-felt)" />
    <path d="m50 8 12 16-7 5-5-4-5 4-7-5z" fill="var(--ink-paper)" />
  </>
);

const frost = (
  <g stroke="var(--ink-sky)" strokeWidth="6" strokeLinecap="round" fill="none">
    {[0, 60, 120].map((turn) => (
      <path
        key={turn}
        transform={`rotate(${turn} 50 50)`}
        d="M50 10v80M38 18l12 11 12-11M38 82l12-11 12 11"
      />
    ))}
    <circle cx="50" cy="50" r="5" fill="var(--ink-paper)" stroke="none" />
  </g>
);

const ember = (
  <>
    <path
      d="M52 8c4 18 26 28 26 52 0 18-12 32-28 32S22 78 22 60c0-14 8-20 12-30 4 6 6 10 6 16 8-8 14-20 12-38z"
      fill="var(--ink-coral)"
    />
    <path
      d="M52 46c2 10 12 16 12 28 0 10-6 18-14 18s-14-8-14-18c0-8 4-12 6-16 2 3 4 5 4 8 4-5 7-12 6-20z"
      fill="var(--ink-gold)"
    />
  </>
);

const stone = (
  <>
    <path d="M30 22 62 16l24 26-6 34-36 12-30-20 2-32z" fill="var(--ink-sky)" opacity="0.55" />
    <path d="M30 22 62 16 54 44 16 36zM54 44l32-2-6 34-20-6z" fill="var(--ink-paper)" opacity="0.35" />
    <path d="m54 44 6 26-16 18-30-20 2-32z" fill="var(--ink-night)" opacity="0.25" />
  </>
);

const aurora = (
  <>
    <circle cx="50" cy="50" r="42" fill="var(--ink-night)" stroke="var(--ink-gold)" strokeWidth="4" />
    <path
      d="M12 44c14-20 20 6 38-12s24-12 38 4v20c-14-14-20-10-38 6s-24-4-38 12z"
      fill="var(--ink-mint)"
      opacity="0.9"
    />
    <path d="M11 60c14-16 24 8 40-8s26-10 38 2v16c-14-12-24-8-40 8s-24-4-34 6z" fill="var(--ink-violet)" />
    <text
      x="50"
      y="58"
      textAnchor="middle"
      fontSize="27"
      className="display"
      fill="var(--ink-paper)"
      stroke="var(--ink-night)"
      strokeWidth="5"
      paintOrder="stroke"
    >
      WILD
    </text>
  </>
);

const star = (
  <>
    <path d="M50 4 62 36l34 2-27 21 10 33-29-19-29 19 10-33L4 38l34-2z" fill="var(--ink-gold)" />
    <path d="M50 4 62 36l34 2-46 14zM50 52l29 40-29-19z" fill="var(--ink-paper)" opacity="0.45" />
  </>
);

const drawings: Record<string, ReactNode> = { bear, stag, owl, fox, pine, frost, ember, stone, aurora, star };

/** All symbols once, for the cells to point at. */
export function SymbolSheet() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      {Object.entries(drawings).map(([name, drawing]) => (
        <symbol key={name} id={`slot-${name}`} viewBox="0 0 100 100">
          {drawing}
        </symbol>
      ))}
    </svg>
  );
}

/** A symbol by its name in the machine; one we have no drawing for shows its name. */
export function SlotSymbol({ name, className }: { name: string; className?: string }) {
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      {name in drawings ? (
        <use href={`#slot-${name}`} />
      ) : (
        <text x="50" y="58" textAnchor="middle" fontSize="22" className="display" fill="var(--ink-paper)">
          {name}
        </text>
      )}
    </svg>
  );
}

import { fromMinor } from "@stakehouse/kit";

const INKS = ["sky", "red", "green", "violet", "black"] as const;

/** Few letters for an amount on a chip: 0.1, 5, 2.5k. */
export function chipText(units: bigint, scale: number): string {
  const one = 10n ** BigInt(scale);
  if (units >= one * 1000n) return `${fromMinor(units / one, 3).replace(/\.?0+$/, "")}k`;
  return fromMinor(units, scale).replace(/\.?0+$/, "");
}

function inkOf(units: bigint, scale: number): string {
  const one = 10n ** BigInt(scale);
  const steps = [one, one * 5n, one * 25n, one * 100n];
  const at = steps.findIndex((step) => units < step);
  return INKS[at < 0 ? INKS.length - 1 : at] ?? "sky";
}

/** A chip of the house: rim, marks and its worth. */
export function Chip({ units, scale, className }: { units: bigint; scale: number; className?: string }) {
  const ink = `var(--ink-${inkOf(units, scale)})`;
  const text = chipText(units, scale);
  return (
    <svg viewBox="-20 -20 40 40" className={className} aria-hidden="true">
      <circle cy="1.5" r="19" fill="var(--ink-shadow)" />
      <circle r="19" fill={ink} />
      <circle r="16.2" fill="none" stroke="var(--ink-paper)" strokeWidth="4.6" strokeDasharray="8.5 8.46" />
      <circle r="12.6" fill="var(--ink-paper)" />
      <circle r="11.2" fill="none" stroke={ink} strokeWidth="0.8" />
      <text
        textAnchor="middle"
        y="4.6"
        fontSize={text.length > 3 ? 10 : 13.5}
        className="display"
        fill="var(--ink-night)"
      >
        {text}
      </text>
    </svg>
  );
}

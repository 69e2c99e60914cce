/** The sums of dice in hundredths of a percent; `chance` counts the winning rolls among 10,000. */

export type Direction = "over" | "under";

export interface DiceConfig {
  edge_bp: number;
  targets: Record<Direction, [low: string, high: string]>;
}

const ROLLS = 10_000;

/** A decimal text with two places as hundredths; null while it is none. */
export function hundredths(text: string): number | null {
  const match = /^(\d{1,5})(?:[.,](\d{0,2}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Hundredths as a decimal text with two places. */
export function text(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
}

/** How many of 10,000 rolls win. */
export function chanceOf(direction: Direction, target: number): number {
  return direction === "over" ? ROLLS - target : target;
}

/** The target that gives a chance. */
export function targetFor(direction: Direction, chance: number): number {
  return direction === "over" ? ROLLS - chance : chance;
}

/** What a win pays, in hundredths of the stake, rounded down. */
export function multiplierOf(config: DiceConfig, chance: number): number {
  return Math.floor(((ROLLS - config.edge_bp) * 100) / chance);
}

/** The payout in smallest units, rounded down once as the house does it. */
export function payoutOf(config: DiceConfig, chance: number, stake: bigint): bigint {
  return (stake * BigInt(ROLLS - config.edge_bp)) / BigInt(chance);
}

/** A target kept within what the game offers. */
export function within(config: DiceConfig, direction: Direction, target: number): number {
  const [low, high] = config.targets[direction].map((bound) => hundredths(bound) ?? 0);
  return Math.min(Math.max(target, low ?? 0), high ?? ROLLS);
}

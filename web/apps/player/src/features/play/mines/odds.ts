import { fromMinor, scaleOf, toMinor } from "@stakehouse/kit";

const TILES = 25n;
const FULL_BP = 10_000n;

/** n over k. */
export function choose(n: bigint, k: bigint): bigint {
  let result = 1n;
  for (let at = 0n; at < k; at++) result = (result * (n - at)) / (at + 1n);
  return result;
}

/**
 * What cashing out pays after so many safe tiles, rounded down once as the house does it:
 * stake × (1 − edge) × C(25, opened) / C(25 − mines, opened).
 */
export function cashOutOf(edgeBp: number, mines: number, opened: number, stake: string): string {
  const scale = scaleOf(stake);
  const paid = (FULL_BP - BigInt(edgeBp)) * choose(TILES, BigInt(opened));
  const unit = FULL_BP * choose(TILES - BigInt(mines), BigInt(opened));
  return fromMinor((toMinor(stake, scale) * paid) / unit, scale);
}

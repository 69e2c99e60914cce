/** Mines: the board follows from the seeds; the tiles the player opened are taken from the record. */

import { multipleText, pay } from "../decimal.ts";
import type { Recompute } from "../round.ts";

const TILES = 25;

interface Config {
  readonly edge_bp: number;
}

export const mines: Recompute = async (round, draws) => {
  const { mines: count } = round.choices as { readonly mines: number };
  const { revealed } = round.recorded as { readonly revealed: readonly number[] };
  const mineTiles = await draws.sample(TILES, count);
  const found = { mines: count, revealed, mine_tiles: mineTiles };
  if (revealed.some((tile) => mineTiles.includes(tile))) {
    return { outcome: { ...found, is_won: false }, multiplier: "0.00", payout: 0n };
  }
  if (revealed.length === 0) {
    // Abandoned before the first tile: the rule returns the stake.
    return { outcome: { ...found, is_won: false }, multiplier: "1.00", payout: round.stake.units };
  }
  const full = 10_000n - BigInt((round.config as Config).edge_bp);
  const paid = full * ways(TILES, revealed.length);
  const unit = 10_000n * ways(TILES - count, revealed.length);
  return {
    outcome: { ...found, is_won: true },
    multiplier: multipleText(paid, unit),
    payout: pay(round.stake.units, paid, unit),
  };
};

/** How many ways there are to choose so many of n. */
function ways(n: number, chosen: number): bigint {
  let count = 1n;
  for (let index = 0; index < chosen; index++) count = (count * BigInt(n - index)) / BigInt(index + 1);
  return count;
}

/** Limbo: a multiplier is drawn and the target wins if it is reached. */

import { hundredthsText, parseHundredths, pay } from "../decimal.ts";
import type { Draws } from "../draws.ts";
import type { Recompute } from "../round.ts";

const MAX = 100_000_000n;

interface Config {
  readonly edge_bp: number;
}

interface Choices {
  readonly target: string;
}

export const limbo: Recompute = async (round, draws) => {
  const goal = parseHundredths((round.choices as Choices).target);
  const drawn = await multiplier(draws, (round.config as Config).edge_bp);
  const isWon = drawn >= goal;
  return {
    outcome: { multiplier: hundredthsText(drawn), target: hundredthsText(goal), is_won: isWon },
    multiplier: isWon ? hundredthsText(goal) : "0.00",
    payout: isWon ? pay(round.stake.units, goal, 100n) : 0n,
  };
};

/** In hundredths. pf1 is evaluated in binary64 from left to right, as published; pf2 is exact. */
async function multiplier(draws: Draws, edgeBp: number): Promise<bigint> {
  if (draws.scheme === "pf1") {
    const step = Number(await draws.bits(24));
    const drawn = BigInt(Math.floor((16777216 / (step + 1)) * (1 - edgeBp / 10_000) * 100));
    return drawn > 100n ? drawn : 100n;
  }
  const step = await draws.bits(52);
  const drawn = ((10_000n - BigInt(edgeBp)) << 52n) / (100n * (step + 1n));
  const bounded = drawn < MAX ? drawn : MAX;
  return bounded > 100n ? bounded : 100n;
}

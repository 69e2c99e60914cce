/** Dice: a roll over or under a target. */

import { hundredthsText, multipleText, parseHundredths, pay } from "../decimal.ts";
import type { Recompute } from "../round.ts";

interface Config {
  readonly edge_bp: number;
}

interface Choices {
  readonly direction: "over" | "under";
  readonly target: string;
}

export const dice: Recompute = async (round, draws) => {
  const { edge_bp } = round.config as Config;
  const { direction, target } = round.choices as Choices;
  const goal = parseHundredths(target);
  const roll = BigInt(await draws.below(draws.scheme === "pf1" ? 10_001 : 10_000));
  const isOver = draws.scheme === "pf1" ? roll > goal : roll >= goal;
  const isWon = direction === "over" ? isOver : roll < goal;
  const full = 10_000n - BigInt(edge_bp);
  const chance = direction === "over" ? 10_000n - goal : goal;
  return {
    outcome: { roll: hundredthsText(roll), direction, target: hundredthsText(goal), is_won: isWon },
    multiplier: isWon ? multipleText(full, chance) : "0.00",
    payout: isWon ? pay(round.stake.units, full, chance) : 0n,
  };
};

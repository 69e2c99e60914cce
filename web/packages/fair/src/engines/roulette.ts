/** Roulette: one number, every bet that holds it pays 36 over the numbers it covers. */

import { formatUnits, multipleText, parseUnits, pay } from "../decimal.ts";
import type { Recompute } from "../round.ts";

const RED = [1, 3, 5, 7, 9, 12, 14, 16, 18, 19, 21, 23, 25, 27, 30, 32, 34, 36];
const CLOTH = Array.from({ length: 36 }, (_, index) => index + 1);

/** Bets that name their numbers by themselves. */
const OUTSIDE: Readonly<Record<string, readonly number[]>> = {
  red: RED,
  black: CLOTH.filter((number) => !RED.includes(number)),
  odd: CLOTH.filter((number) => number % 2 === 1),
  even: CLOTH.filter((number) => number % 2 === 0),
  low: CLOTH.slice(0, 18),
  high: CLOTH.slice(18),
  basket: [0, 1, 2, 3],
};

interface Bet {
  readonly kind: string;
  readonly numbers?: readonly number[];
  readonly stake: string;
}

export const roulette: Recompute = async (round, draws) => {
  const { bets } = round.choices as { readonly bets: readonly Bet[] };
  const { units, scale } = round.stake;
  const number = await draws.below(37);
  let payout = 0n;
  const shown = bets.map((bet) => {
    const numbers = covered(bet);
    const stake = parseUnits(bet.stake, scale);
    const won = numbers.includes(number) ? pay(stake, 36n, BigInt(numbers.length)) : 0n;
    payout += won;
    return { kind: bet.kind, numbers, stake: formatUnits(stake, scale), payout: formatUnits(won, scale) };
  });
  return {
    outcome: { number, colour: colour(number), bets: shown },
    multiplier: multipleText(payout, units),
    payout,
  };
};

export function colour(number: number): "green" | "red" | "black" {
  if (number === 0) return "green";
  return RED.includes(number) ? "red" : "black";
}

/** The numbers of a bet in rising order; columns and dozens may be named by 1, 2 or 3. */
export function covered(bet: Pick<Bet, "kind" | "numbers">): number[] {
  const [name] = bet.numbers ?? [];
  if (name !== undefined && bet.numbers?.length === 1) {
    if (bet.kind === "column") return CLOTH.filter((number) => number % 3 === name % 3);
    if (bet.kind === "dozen") return CLOTH.slice((name - 1) * 12, name * 12);
  }
  return [...(bet.numbers ?? OUTSIDE[bet.kind] ?? [])].sort((a, b) => a - b);
}

import type { GameDetail } from "@stakehouse/api/player";
import {
  clampAmount,
  compareAmounts,
  fromMinor,
  halve,
  parseAmount,
  timesDecimal,
  toMinor,
} from "@stakehouse/kit";
import { useState } from "react";
import { useBalance, useCurrency } from "~/app/currency";

const FIRST_STAKE = "1.00";

/** The amount of the next bet: what is typed, what it means, and the steps of the buttons. */
export function useStake(game: GameDetail) {
  const { code, scale } = useCurrency();
  const balance = useBalance(code);
  const fit = (amount: string) => fromMinor(toMinor(amount, scale), scale);
  const own = game.limits.find((limits) => limits.currency === code) ?? game;
  const [low, high] = [fit(own.min_stake), fit(own.max_stake)];
  const [typed, setTyped] = useState(() => clampAmount(fit(FIRST_STAKE), low, high));
  const amount = parseAmount(typed, scale);

  const most = balance && compareAmounts(balance, high) < 0 ? balance : high;
  const set = (next: string) => setTyped(clampAmount(next, low, high));
  return {
    typed,
    setTyped,
    /** The proper amount, or null where it cannot be bet. */
    amount: amount && compareAmounts(amount, low) >= 0 && compareAmounts(amount, high) <= 0 ? amount : null,
    currency: code,
    scale,
    low,
    high,
    halve: () => set(halve(amount ?? low)),
    double: () => set(timesDecimal(amount ?? low, "2")),
    min: () => setTyped(low),
    max: () => setTyped(clampAmount(most, low, high)),
    isAffordable: !amount || balance === undefined || compareAmounts(amount, balance) <= 0,
  };
}

export type Stake = ReturnType<typeof useStake>;

/** Slots: one paid spin, then every free spin it wins, all from the same stream. */

import { multipleText, parseHundredths, pay } from "../decimal.ts";
import type { Draws } from "../draws.ts";
import type { Recompute } from "../round.ts";

type Counts = Readonly<Record<string, number>>;

export interface Machine {
  readonly strips: readonly (readonly string[])[];
  readonly lines: readonly (readonly number[])[];
  readonly paytable: Readonly<Record<string, Counts>>;
  readonly wild: string;
  readonly scatter: string;
  readonly scatter_pays: Counts;
  readonly free_spins: Counts;
  readonly free_spins_max: number;
  readonly free_spin_multiplier: number;
  readonly max_win_multiplier: string;
}

interface LineWin {
  readonly line: number;
  readonly symbol: string;
  readonly count: number;
  readonly units: number;
}

interface Spin {
  readonly stops: readonly number[];
  readonly scatters: number;
  readonly wins: readonly LineWin[];
  /** The whole pay in line bets. */
  readonly units: number;
}

export const slots: Recompute = async (round, draws) => {
  const machine = round.config as Machine;
  const lines = BigInt(machine.lines.length);
  const paid = await spin(machine, draws, 1);
  const free: Spin[] = [];
  let won = atMost(machine, machine.free_spins[paid.scatters] ?? 0);
  while (free.length < won) {
    const next = await spin(machine, draws, machine.free_spin_multiplier);
    free.push(next);
    won = atMost(machine, won + (machine.free_spins[next.scatters] ?? 0));
  }
  const units = BigInt([paid, ...free].reduce((sum, each) => sum + each.units, 0));
  const most = (parseHundredths(machine.max_win_multiplier) * lines) / 100n;
  const capped = units < most ? units : most;
  return {
    outcome: { ...shown(machine, paid), free_spins: free.map((each) => shown(machine, each)) },
    multiplier: multipleText(capped, lines),
    payout: pay(round.stake.units, capped, lines),
  };
};

/** The three symbols each reel shows, top to bottom; the stop is the middle one. */
export function windowAt(
  machine: Pick<Machine, "strips">,
  stops: readonly number[],
): (readonly [string, string, string])[] {
  return machine.strips.map((strip, reel) => {
    const stop = stops[reel] ?? 0;
    const shownAt = (place: number) => strip[(place + strip.length) % strip.length] ?? "";
    return [shownAt(stop - 1), shownAt(stop), shownAt(stop + 1)] as const;
  });
}

async function spin(machine: Machine, draws: Draws, multiplier: number): Promise<Spin> {
  const stops: number[] = [];
  for (const strip of machine.strips) stops.push(await draws.below(strip.length));
  const reels = windowAt(machine, stops);
  const wins = machine.lines.flatMap((rows, line) => lineWin(machine, reels, rows, line, multiplier));
  const scatters = reels.flat().filter((symbol) => symbol === machine.scatter).length;
  const fromLines = wins.reduce((sum, win) => sum + win.units, 0);
  const fromScatters = (machine.scatter_pays[scatters] ?? 0) * machine.lines.length * multiplier;
  return { stops, scatters, wins, units: fromLines + fromScatters };
}

function lineWin(
  machine: Machine,
  reels: readonly (readonly string[])[],
  rows: readonly number[],
  line: number,
  multiplier: number,
): LineWin[] {
  const run = rows.map((row, reel) => reels[reel]?.[row] ?? "");
  const symbol = run[0] ?? "";
  const broken = run.findIndex((shownHere) => shownHere !== symbol && shownHere !== machine.wild);
  const count = broken === -1 ? run.length : broken;
  const pays = machine.paytable[symbol]?.[count] ?? 0;
  return pays === 0 ? [] : [{ line, symbol, count, units: pays * multiplier }];
}

function atMost(machine: Machine, spins: number): number {
  return Math.min(spins, machine.free_spins_max);
}

function shown(machine: Machine, spun: Spin) {
  const lines = BigInt(machine.lines.length);
  return {
    stops: spun.stops,
    scatters: spun.scatters,
    wins: spun.wins.map(({ units, ...win }) => ({ ...win, multiplier: multipleText(BigInt(units), lines) })),
    multiplier: multipleText(BigInt(spun.units), lines),
  };
}

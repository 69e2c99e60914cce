/** Verification: a settled round computed again from its revealed seeds, without asking the house. */

import { formatUnits, parseAmount } from "./decimal.ts";
import { Draws, type Scheme, type Step } from "./draws.ts";
import { dice } from "./engines/dice.ts";
import { limbo } from "./engines/limbo.ts";
import { mines } from "./engines/mines.ts";
import { roulette } from "./engines/roulette.ts";
import { slots } from "./engines/slots.ts";
import type { Recompute } from "./round.ts";
import { sha256Hex } from "./sha256.ts";

const ENGINES: Readonly<Record<string, Recompute>> = { dice, limbo, mines, roulette, slots };

/** The engines this package can verify. */
export const engines: readonly string[] = Object.keys(ENGINES);

export interface RoundToVerify {
  readonly engine: string;
  /** The game's public configuration under which the round was played. */
  readonly config: unknown;
  readonly scheme: Scheme;
  readonly server_seed: string;
  readonly server_seed_hash: string;
  readonly client_seed: string;
  readonly nonce: number;
  /** A decimal string with exactly the currency's decimals. */
  readonly stake: string;
  readonly choices: unknown;
  /** What the house recorded; mines reads the opened tiles from it. */
  readonly outcome?: unknown;
}

export interface Verdict {
  readonly outcome: unknown;
  readonly multiplier: string;
  /** A decimal string with the decimals of the stake. */
  readonly payout: string;
  /** Every block and draw, in order, for people who follow the computation by hand. */
  readonly steps: readonly Step[];
  /** SHA-256 of the revealed server seed. */
  readonly commitment: string;
  /** Whether that is the hash the house had shown before the round. */
  readonly commitmentOk: boolean;
}

export interface Recorded {
  readonly outcome: unknown;
  readonly multiplier: string;
  readonly payout: string;
}

/**
 * Computes a round again.
 *
 * Throws RangeError where the round cannot be read: an unknown engine, or an amount that is none.
 */
export async function verify(round: RoundToVerify): Promise<Verdict> {
  const recompute = ENGINES[round.engine];
  if (recompute === undefined) throw new RangeError(`unknown engine: ${round.engine}`);
  const draws = await Draws.open({
    scheme: round.scheme,
    serverSeed: round.server_seed,
    clientSeed: round.client_seed,
    nonce: round.nonce,
    game: round.engine,
  });
  const stake = parseAmount(round.stake);
  const { config, choices, outcome: recorded } = round;
  const found = await recompute({ config, choices, stake, recorded }, draws);
  const commitment = await sha256Hex(round.server_seed);
  return {
    outcome: found.outcome,
    multiplier: found.multiplier,
    payout: formatUnits(found.payout, stake.scale),
    steps: draws.steps,
    commitment,
    commitmentOk: commitment === round.server_seed_hash,
  };
}

/** Which parts of the record differ from what was computed; none if the round was fair. */
export function differences(recorded: Recorded, verdict: Verdict): (keyof Recorded | "commitment")[] {
  const parts = ["outcome", "multiplier", "payout"] as const;
  const differing = parts.filter((part) => canonical(recorded[part]) !== canonical(verdict[part]));
  return verdict.commitmentOk ? differing : [...differing, "commitment"];
}

/** JSON with sorted keys, so that records compare by content. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

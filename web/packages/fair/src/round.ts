/** What a verifier is given and what an engine finds. */

import type { Amount } from "./decimal.ts";
import type { Draws } from "./draws.ts";

/** An engine's own part of verification: the round computed again from its draws. */
export type Recompute = (round: PlayedRound, draws: Draws) => Promise<Found>;

export interface PlayedRound {
  /** The public configuration of the game as it was when the round was played. */
  readonly config: unknown;
  readonly choices: unknown;
  readonly stake: Amount;
  /** The outcome on record; a multi-step game reads from it which steps the player took. */
  readonly recorded: unknown;
}

export interface Found {
  readonly outcome: unknown;
  readonly multiplier: string;
  readonly payout: bigint;
}

import type { GameDetail, Round } from "@stakehouse/api/player";

/** All that is needed to compute a round again, anywhere: what the page copies and the verifier reads. */
export interface Receipt {
  engine: string;
  config: unknown;
  scheme: string;
  server_seed: string | null;
  server_seed_hash: string;
  client_seed: string;
  nonce: number;
  stake: string;
  choices: unknown;
  outcome: unknown;
  multiplier: string;
  payout: string;
}

/** The receipt of a round under its game's configuration. */
export function receiptOf(round: Round, game: GameDetail): Receipt {
  const { scheme, server_seed, server_seed_hash, client_seed, nonce } = round.fairness;
  return {
    engine: game.engine,
    config: game.config,
    scheme,
    server_seed: server_seed ?? null,
    server_seed_hash,
    client_seed,
    nonce,
    stake: round.stake,
    choices: round.choices,
    outcome: round.outcome,
    multiplier: round.multiplier,
    payout: round.payout,
  };
}

/** Reads a pasted receipt; null where it is none. */
export function readReceipt(text: string): Receipt | null {
  try {
    const value: unknown = JSON.parse(text);
    const isReceipt =
      typeof value === "object" && value !== null && "engine" in value && "client_seed" in value;
    return isReceipt ? (value as Receipt) : null;
  } catch {
    return null;
  }
}

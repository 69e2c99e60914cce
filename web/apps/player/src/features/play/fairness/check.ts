import type { Recorded, Step, Verdict } from "@stakehouse/fair";
import type { Receipt } from "./receipt";

export interface Checked {
  /** Absent where the receipt could not be computed at all. */
  verdict: Verdict | null;
  differing: readonly string[];
  /** Whether there was a record to compare with, or only seeds. */
  compared: boolean;
  problem: string | null;
}

export type { Step };

/** Computes a receipt again; the verifier is loaded when it is first needed and then works offline. */
export async function check(receipt: Receipt): Promise<Checked> {
  const { differences, verify } = await import("@stakehouse/fair");
  try {
    const scheme = receipt.scheme === "pf1" ? "pf1" : "pf2";
    const verdict = await verify({ ...receipt, scheme, server_seed: receipt.server_seed ?? "" });
    const compared = receipt.outcome !== undefined && receipt.outcome !== null;
    const record: Recorded = {
      outcome: receipt.outcome,
      multiplier: receipt.multiplier,
      payout: receipt.payout,
    };
    const differing = compared ? differences(record, verdict) : [];
    return { verdict, differing, compared, problem: null };
  } catch (error) {
    return {
      verdict: null,
      differing: [],
      compared: false,
      problem: error instanceof Error ? error.message : String(error),
    };
  }
}

import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Draws } from "../src/draws.ts";
import { covered } from "../src/engines/roulette.ts";
import { differences, engines, type Recorded, type RoundToVerify, verify } from "../src/verify.ts";
import shipped from "./rounds.gen.ts";

interface File {
  readonly configs: Record<string, unknown>;
  readonly rounds: readonly (Omit<RoundToVerify, "config"> & Recorded)[];
}

/** Rounds the server played; the Python suite names a file with a thousand of each kind. */
const path = process.env.FAIR_ROUNDS;
const file = (path === undefined ? shipped : JSON.parse(readFileSync(path, "utf8"))) as File;
const rounds = file.rounds.map((round) => ({ ...round, config: file.configs[round.engine] }));
const known = {
  serverSeed: "1760216569e309ae2f4429f309f193574d451bdf469416e774aead0ab1ca7931",
  clientSeed: "player-1",
};

afterEach(() => vi.unstubAllGlobals());

describe("the verifier", () => {
  for (const scheme of ["pf1", "pf2"] as const) {
    it.each(engines)(`agrees with the server on every round of %s under ${scheme}`, async (engine) => {
      const played = rounds.filter((round) => round.engine === engine && round.scheme === scheme);
      expect(played.length).toBeGreaterThan(0);
      for (const round of played) {
        const verdict = await verify(round);
        const told = JSON.stringify({ ...round, config: "as above", verdict });
        expect(differences(round, verdict), told).toEqual([]);
      }
    });
  }

  it("agrees without Web Crypto, as on a plain http address", async () => {
    vi.stubGlobal("crypto", {});
    for (const round of rounds.slice(0, 20)) expect(differences(round, await verify(round))).toEqual([]);
  });

  it("notices a forged payout, outcome and commitment", async () => {
    const round = rounds[0] as (typeof rounds)[number];
    const verdict = await verify({ ...round, server_seed_hash: "0".repeat(64) });
    expect(verdict.commitmentOk).toBe(false);
    const forged = { outcome: {}, multiplier: "9.99", payout: "9.99" };
    expect(differences(forged, verdict)).toEqual(["outcome", "multiplier", "payout", "commitment"]);
  });

  it("refuses an engine it does not know", async () => {
    await expect(verify({ ...(rounds[0] as (typeof rounds)[number]), engine: "tarot" })).rejects.toThrow(
      RangeError,
    );
  });
});

describe("the published examples", () => {
  it("pf1: nonce 1 under the example seeds rolls 74.67", async () => {
    const seeds = { scheme: "pf1", serverSeed: "server seed", clientSeed: "client seed", nonce: 1 } as const;
    const draws = await Draws.open({ ...seeds, game: "dice" });
    expect(await draws.below(10_001)).toBe(7467);
    expect(draws.steps[1]).toEqual({ kind: "draw", word: "bf27f216", bound: 10_001, result: 7467 });
  });

  it("pf2: nonce 0 rolls 2315, roulette 36, mines 4 11 7", async () => {
    const seeds = { scheme: "pf2", ...known, nonce: 0 } as const;
    expect(await (await Draws.open({ ...seeds, game: "dice" })).below(10_000)).toBe(2315);
    expect(await (await Draws.open({ ...seeds, game: "roulette" })).below(37)).toBe(36);
    expect(await (await Draws.open({ ...seeds, game: "mines" })).sample(25, 3)).toEqual([4, 11, 7]);
  });
});

describe("the roulette cloth", () => {
  it("knows columns and dozens by name and by numbers", () => {
    expect(covered({ kind: "column", numbers: [3] }).join(" ")).toBe("3 6 9 12 15 18 21 24 27 30 33 36");
    expect(covered({ kind: "dozen", numbers: [2] }).join(" ")).toBe("13 14 15 16 17 18 19 20 21 22 23 24");
    expect(covered({ kind: "split", numbers: [5, 2] })).toEqual([2, 5]);
  });
});

/** Draws: how seeds and a nonce become repeatable numbers, under either scheme. */

import { hex, hmacOf } from "./sha256.ts";

export type Scheme = "pf1" | "pf2";

export interface Seeds {
  readonly scheme: Scheme;
  readonly serverSeed: string;
  readonly clientSeed: string;
  readonly nonce: number;
  readonly game: string;
}

/** What was computed on the way, for people who follow it by hand. */
export type Step =
  | { readonly kind: "block"; readonly message: string; readonly digest: string }
  | { readonly kind: "draw"; readonly word: string; readonly bound: number; readonly result: number }
  | { readonly kind: "bits"; readonly word: string; readonly count: number; readonly result: string };

export class Draws {
  readonly scheme: Scheme;
  readonly steps: Step[] = [];
  readonly #prefix: string;
  readonly #hmac: (message: string) => Promise<Uint8Array>;
  #block = 0;
  #words: bigint[] = [];

  private constructor(scheme: Scheme, prefix: string, hmac: (message: string) => Promise<Uint8Array>) {
    this.scheme = scheme;
    this.#prefix = prefix;
    this.#hmac = hmac;
  }

  static async open(seeds: Seeds): Promise<Draws> {
    const prefix =
      seeds.scheme === "pf1"
        ? `${seeds.clientSeed}:${seeds.nonce}:`
        : `pf2|${seeds.game}|${seeds.clientSeed}|${seeds.nonce}|`;
    return new Draws(seeds.scheme, prefix, await hmacOf(seeds.serverSeed));
  }

  /** The next whole number of 0 … bound - 1. */
  async below(bound: number): Promise<number> {
    const size = BigInt(bound);
    let word = await this.#word();
    if (this.scheme === "pf2") {
      const limit = 2n ** 64n - (2n ** 64n % size);
      while (word >= limit) word = await this.#word();
    }
    const result = Number(this.scheme === "pf1" ? (word * size) >> 32n : word % size);
    this.steps.push({ kind: "draw", word: this.#shown(word), bound, result });
    return result;
  }

  /** The leading bits of the next word. */
  async bits(count: number): Promise<bigint> {
    const word = await this.#word();
    const result = word >> BigInt((this.scheme === "pf1" ? 32 : 64) - count);
    this.steps.push({ kind: "bits", word: this.#shown(word), count, result: `${result}` });
    return result;
  }

  /** Different numbers of 0 … size - 1, in the order drawn. */
  async sample(size: number, count: number): Promise<number[]> {
    const left = Array.from({ length: size }, (_, index) => index);
    const taken: number[] = [];
    for (let drawn = 0; drawn < count; drawn++) {
      taken.push(...left.splice(await this.below(left.length), 1));
    }
    return taken;
  }

  async #word(): Promise<bigint> {
    if (this.#words.length === 0) await this.#nextBlock();
    return this.#words.shift() as bigint;
  }

  async #nextBlock(): Promise<void> {
    const message = `${this.#prefix}${this.#block}`;
    const bytes = await this.#hmac(message);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const offsets = this.scheme === "pf1" ? [0, 4, 8, 12, 16, 20, 24, 28] : [0, 8, 16, 24];
    this.#words = offsets.map((at) =>
      this.scheme === "pf1" ? BigInt(view.getUint32(at)) : view.getBigUint64(at),
    );
    this.steps.push({ kind: "block", message, digest: hex(bytes) });
    this.#block++;
  }

  #shown(word: bigint): string {
    return word.toString(16).padStart(this.scheme === "pf1" ? 8 : 16, "0");
  }
}

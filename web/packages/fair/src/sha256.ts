/**
 * SHA-256 and HMAC-SHA-256 (FIPS 180-4, RFC 2104).
 *
 * Browsers offer Web Crypto only on secure origins; on a plain http address of a local network the
 * few lines below take its place. Both are checked against each other by the tests.
 */

const BLOCK = 64;

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND = Uint32Array.from(primes(64), (prime) => fractionBits(prime, 3));

/** The same of the square roots of the first 8 primes. */
const START = Uint32Array.from(primes(8), (prime) => fractionBits(prime, 2));

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of a text as lower-case hexadecimal. */
export async function sha256Hex(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return hex(plainSha256(utf8(text)));
  return hex(new Uint8Array(await subtle.digest("SHA-256", utf8(text))));
}

/** An HMAC with its key fixed, by Web Crypto where the browser has it. */
export async function hmacOf(key: string): Promise<(message: string) => Promise<Uint8Array>> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return async (message) => plainHmac(utf8(key), utf8(message));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await subtle.importKey("raw", utf8(key), algorithm, false, ["sign"]);
  return async (message) => new Uint8Array(await subtle.sign("HMAC", imported, utf8(message)));
}

export function plainHmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? plainSha256(key) : key);
  const innerPad = block.map((byte) => byte ^ 0x36);
  const outerPad = block.map((byte) => byte ^ 0x5c);
  return plainSha256(joined(outerPad, plainSha256(joined(innerPad, message))));
}

export function plainSha256(data: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(Math.ceil((data.length + 9) / BLOCK) * BLOCK));
  new Uint8Array(padded.buffer).set(data);
  padded.setUint8(data.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, BigInt(data.length) * 8n);
  const state = Uint32Array.from(START);
  for (let offset = 0; offset < padded.byteLength; offset += BLOCK) compress(state, padded, offset);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

function compress(state: Uint32Array, data: DataView, offset: number): void {
  const words = new Uint32Array(64);
  const word = (index: number) => words[index] as number;
  for (let t = 0; t < 16; t++) words[t] = data.getUint32(offset + t * 4);
  for (let t = 16; t < 64; t++) {
    const [w15, w2] = [word(t - 15), word(t - 2)];
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
    words[t] = word(t - 16) + s0 + word(t - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const high = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + h + choice + (ROUND[t] as number) + word(t);
    const low = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + high) | 0, c, b, a, (high + low) | 0];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = (state[index] as number) + value;
  }
}

type Eight = [number, number, number, number, number, number, number, number];

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** floor(2^32 × fraction(root of n)), exactly: the integer root of n × 2^(32 × degree). */
function fractionBits(n: number, degree: 2 | 3): number {
  const scaled = BigInt(n) << BigInt(32 * degree);
  let [low, high] = [0n, 1n << 40n];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}

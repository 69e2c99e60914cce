/** Verifies rounds in the browser; the algorithms are told in docs/guides/fairness.md. */

export { formatUnits, multipleText, parseAmount } from "./decimal.ts";
export { Draws, type Scheme, type Seeds, type Step } from "./draws.ts";
export { colour, covered } from "./engines/roulette.ts";
export { type Machine, windowAt } from "./engines/slots.ts";
export { sha256Hex } from "./sha256.ts";
export { differences, engines, type Recorded, type RoundToVerify, type Verdict, verify } from "./verify.ts";

/**
 * Amounts on the wire are decimal strings with exactly the currency's decimals; sums are done on BigInt
 * counts of the smallest unit. Nothing here passes through a binary fraction.
 */

/** Decimals a decimal string carries. */
export function scaleOf(amount: string): number {
  const dot = amount.indexOf(".");
  return dot < 0 ? 0 : amount.length - dot - 1;
}

/** A decimal string as a count of smallest units; digits beyond the scale are cut off. */
export function toMinor(amount: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount.trim());
  if (!match) throw new RangeError(`not a decimal amount: ${amount}`);
  const [, sign, whole, fraction = ""] = match;
  const units = BigInt(`${whole}${fraction.padEnd(scale, "0").slice(0, scale)}`);
  return sign ? -units : units;
}

/** A count of smallest units as a decimal string. */
export function fromMinor(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** What a person typed (spaces, a comma, too few decimals) as a proper amount; null while it is none. */
export function parseAmount(typed: string, scale: number): string | null {
  const text = typed.replace(/[\s\u00a0']/g, "").replace(",", ".");
  if (!/^\d{1,15}(\.\d*)?$|^\.\d+$/.test(text)) return null;
  if (scaleOf(text) > scale) return null;
  return fromMinor(toMinor(text.startsWith(".") ? `0${text}` : text, scale), scale);
}

/** -1, 0 or 1, like a comparator. */
export function compareAmounts(left: string, right: string): number {
  const scale = Math.max(scaleOf(left), scaleOf(right));
  const [a, b] = [toMinor(left, scale), toMinor(right, scale)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sum of amounts, with the most decimals any of them has. */
export function addAmounts(...amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map(scaleOf));
  return fromMinor(
    amounts.reduce((sum, amount) => sum + toMinor(amount, scale), 0n),
    scale,
  );
}

/** The amount with the other sign. */
export function negate(amount: string): string {
  const scale = scaleOf(amount);
  return fromMinor(-toMinor(amount, scale), scale);
}

/** An amount times a decimal factor such as "1.98", rounded down. */
export function timesDecimal(amount: string, factor: string): string {
  const [scale, factorScale] = [scaleOf(amount), scaleOf(factor)];
  const product = toMinor(amount, scale) * toMinor(factor, factorScale);
  return fromMinor(product / 10n ** BigInt(factorScale), scale);
}

/** The amount kept between two bounds. */
export function clampAmount(amount: string, low: string, high: string): string {
  if (compareAmounts(amount, low) < 0) return low;
  return compareAmounts(amount, high) > 0 ? high : amount;
}

/** Half of an amount, rounded down to the smallest unit. */
export function halve(amount: string): string {
  const scale = scaleOf(amount);
  return fromMinor(toMinor(amount, scale) / 2n, scale);
}

/** A factor such as "1.28571428" with at most two decimals, cut and not rounded, for showing only. */
export function shortFactor(factor: string): string {
  return scaleOf(factor) > 2 ? fromMinor(toMinor(factor, 2), 2) : factor;
}

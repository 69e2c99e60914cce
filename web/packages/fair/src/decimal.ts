/** Money and multiples as decimal strings and BigInt; no amount is ever a binary float. */

const MULTIPLE_DECIMALS = 8;

export interface Amount {
  readonly units: bigint;
  readonly scale: number;
}

/** "12.50" is 1250 units of scale 2. */
export function parseAmount(text: string): Amount {
  const match = /^(\d{1,19})(?:\.(\d{1,8}))?$/.exec(text);
  if (match === null) throw new RangeError(`not an amount: ${text}`);
  const decimals = match[2] ?? "";
  return { units: BigInt(`${match[1]}${decimals}`), scale: decimals.length };
}

/** The units of a decimal string at a scale at least as fine as its own. */
export function parseUnits(text: string, scale: number): bigint {
  const amount = parseAmount(text);
  return amount.units * 10n ** BigInt(scale - amount.scale);
}

export function formatUnits(units: bigint, scale: number): string {
  if (scale === 0) return `${units}`;
  const digits = `${units}`.padStart(scale + 1, "0");
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A multiple of the stake with two to eight decimals, rounded down. */
export function multipleText(numerator: bigint, denominator = 1n): string {
  const text = formatUnits((numerator * 10n ** BigInt(MULTIPLE_DECIMALS)) / denominator, MULTIPLE_DECIMALS);
  return text.replace(/0{1,6}$/, "");
}

/** stake × numerator / denominator in units, rounded down once. */
export function pay(stake: bigint, numerator: bigint, denominator: bigint): bigint {
  return (stake * numerator) / denominator;
}

/** "50.50" is 5050 hundredths. */
export function parseHundredths(text: string): bigint {
  return parseUnits(text, 2);
}

export function hundredthsText(hundredths: bigint): string {
  return formatUnits(hundredths, 2);
}

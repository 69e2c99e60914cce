import { scaleOf, toMinor } from "@stakehouse/kit";

/**
 * The change from one figure to another as a share ("0.123" is 12.3 %), to a tenth of a percent.
 *
 * Null where there is nothing to compare with. Exact sums on BigInt until the last, rounded step.
 */
export function changeOf(now: string | number, before: string | number): number | null {
  const [a, b] = [String(now), String(before)];
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const [current, earlier] = [toMinor(a, scale), toMinor(b, scale)];
  if (earlier === 0n) return null;
  const size = earlier < 0n ? -earlier : earlier;
  return Number(((current - earlier) * 1000n) / size) / 1000;
}

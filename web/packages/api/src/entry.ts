import { tenantHint } from "./tenant";

interface Reached {
  slug: string;
  host: string | null;
}

/**
 * Where a house takes a pass: at its own host, or by its slug where hosts name nobody; null for a house
 * that has no host where one is needed. The pass stands behind `#`: no server and no log ever sees it.
 */
export function entryOf(
  place: Pick<Location, "hostname" | "protocol">,
  house: Reached,
  base: string,
  from = "",
): ((passcode: string) => string) | null {
  if (tenantHint(place.hostname)) {
    const query = new URLSearchParams({ tenant: house.slug, ...(from && { from }) });
    return (passcode) => `${base}/enter?${query}#${passcode}`;
  }
  if (!house.host) return null;
  return (passcode) => `${place.protocol}//${house.host}${base}/enter#${passcode}`;
}

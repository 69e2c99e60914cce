const STORED = "stakehouse.tenant";
const FIRST = "lucky";

/** Tells whether the host cannot name a tenant (localhost or an address), so the request has to. */
export function tenantHint(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || /^[\d.]+$/.test(host) || host.startsWith("[");
}

/** The tenant's slug to send along: `?tenant=` once, then the stored choice; null where the host decides. */
export function tenantOf(place: Pick<Location, "hostname" | "search">, store: Storage): string | null {
  if (!tenantHint(place.hostname)) return null;
  const asked = new URLSearchParams(place.search).get("tenant");
  if (asked && /^[a-z0-9-]{1,63}$/.test(asked)) {
    store.setItem(STORED, asked);
    return asked;
  }
  return store.getItem(STORED) ?? FIRST;
}

/** Each house has a session of its own in the browser, and so a mark of its own that there is one. */
export function sessionFlag(base: string): string {
  const tenant = tenantOf(location, localStorage);
  return `stakehouse.session:${base}${tenant ? `:${tenant}` : ""}`;
}

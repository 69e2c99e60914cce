/** The part of the URL behind `?`: plain texts, so that an address reads well and survives being typed. */

export type Texts<Name extends string> = Partial<Record<Name, string>>;

/** Reads the search as texts; the router's own parser would turn `?query=1e3` into a number. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes the search in the order of the names' appearance, without what is empty. */
export function stringifySearch(search: Record<string, unknown>): string {
  const filled = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  const text = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** Keeps the named texts of a search and drops everything else. */
export function texts<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): Texts<Name> => {
    const kept: Texts<Name> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === "string" && value !== "") kept[name] = value;
    }
    return kept;
  };
}

/** The names that say where one is and are no filter of a list. */
const PLACES = ["cursor", "page", "entry", "tab"];
const PAGE_PLACES = ["tab"];

/** The part of a search that belongs to the page around a list. */
export function placesOf(search: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(search).filter(([name]) => PAGE_PLACES.includes(name)));
}

/** The filters of a list's search: all but the place in it. */
export function filtersOf(search: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => {
      const [name, value] = entry;
      return !PLACES.includes(name) && value !== undefined && value !== "";
    }),
  );
}

import type { LucideIcon } from "lucide-react";

/** One line of the palette. */
export interface Entry {
  id: string;
  label: string;
  detail?: string;
  icon: LucideIcon;
  /** The keys that do the same without the palette. */
  keys?: string;
  run: () => void;
}

export interface EntryGroup {
  id: string;
  label: string;
  entries: readonly Entry[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether what was typed is an id, which may be anything's. */
export function isId(typed: string): boolean {
  return UUID.test(typed.trim());
}

/**
 * How well a label answers what was typed: 0 not at all, more is better.
 *
 * The start of the label beats the start of a word, which beats letters in order.
 */
export function matchRank(label: string, typed: string): number {
  const [text, wanted] = [label.toLowerCase(), typed.trim().toLowerCase()];
  if (!wanted) return 1;
  if (text.startsWith(wanted)) return 4;
  if (text.split(/\s+/).some((word) => word.startsWith(wanted))) return 3;
  if (text.includes(wanted)) return 2;
  let at = 0;
  for (const letter of text) if (letter === wanted[at]) at++;
  return at === wanted.length ? 1 : 0;
}

/** The entries that answer, best first. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  return entries
    .map((entry) => ({ entry, rank: matchRank(entry.label, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

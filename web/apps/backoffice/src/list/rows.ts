/** Moving through the rows of a list with the keyboard: the focus itself moves, so every reader follows. */

const ROW = "[data-row-link]";

/** The links of a list's rows, in order. */
export function rowLinks(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(ROW)];
}

/** Focuses the row some steps away from the focused one; from outside the list, its first or last row. */
export function moveRow(within: ParentNode, step: 1 | -1): void {
  const links = rowLinks(within);
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
  const link = links[Math.min(links.length - 1, Math.max(0, next))];
  link?.focus({ preventScroll: true });
  link?.closest("tr")?.scrollIntoView({ block: "nearest" });
}

/** The first instant of a day in the reader's zone, or of the day after it; undefined for no day. */
export function instantOf(day: string | undefined, edge: "start" | "end"): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (!parts) return undefined;
  const [, year, month, date] = parts.map(Number);
  const moment = new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + (edge === "end" ? 1 : 0));
  return moment.toISOString();
}

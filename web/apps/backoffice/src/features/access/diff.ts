export interface Change {
  field: string;
  kind: "added" | "removed" | "changed" | "same";
  before: string | null;
  after: string | null;
}

type Fields = Record<string, unknown> | null;

/** Field by field what an act changed; what changed comes first, in the order of the fields. */
export function changesBetween(before: Fields, after: Fields): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = fields.map((field): Change => {
    const [old, now] = [textOf(before, field), textOf(after, field)];
    const kind = old === null ? "added" : now === null ? "removed" : old === now ? "same" : "changed";
    return { field, kind, before: old, after: now };
  });
  return [...changes.filter(({ kind }) => kind !== "same"), ...changes.filter(({ kind }) => kind === "same")];
}

function textOf(fields: Fields, field: string): string | null {
  const value = fields?.[field];
  if (value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

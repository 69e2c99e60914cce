/** What a form needs of a JSON schema of settings. */
export interface FieldSchema {
  title?: string;
  description?: string;
  type?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  anyOf?: readonly FieldSchema[];
  items?: { type?: string };
}

export type Value = Record<string, unknown>;

/** The fields of a category, in the order of its shape. */
export function fieldsOf(schema: Value): [name: string, field: FieldSchema][] {
  return Object.entries((schema.properties ?? {}) as Record<string, FieldSchema>);
}

/** How a field is typed: a switch, a number, one line, one line each, or JSON for whatever else it is. */
export function kindOf(field: FieldSchema): "boolean" | "number" | "text" | "choice" | "lines" | "json" {
  if (field.enum) return "choice";
  if (field.type === "boolean") return "boolean";
  if (field.type === "integer" || field.type === "number") return "number";
  if (field.type === "array" && field.items?.type === "string") return "lines";
  return field.type === "string" ? "text" : "json";
}

/** A value as it stands in the input of its field. */
export function typed(value: unknown, field?: FieldSchema): string {
  if (field && kindOf(field) === "lines" && Array.isArray(value)) return value.join("\n");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What was typed, as a value; null where it is none. */
export function parsed(text: string, field: FieldSchema): { value: unknown } | null {
  const kind = kindOf(field);
  if (kind === "text" || kind === "choice") return { value: text };
  if (kind === "number") {
    const value = Number(text);
    return text.trim() && Number.isFinite(value) ? { value } : null;
  }
  if (kind === "lines") {
    const lines = text.split("\n").map((line) => line.trim());
    return { value: lines.filter(Boolean) };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The fields in which two values differ. */
export function changed(before: Value, after: Value): string[] {
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

import type { Column } from "./columns";

const FIGURE = /^-?\d+(\.\d+)?$/;
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180), with a byte order mark for spreadsheets.
 *
 * A text that a spreadsheet would run as a formula is made harmless with an apostrophe; figures stay figures.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const written = columns.filter((column) => column.text);
  const lines = [
    written.map((column) => quote(column.header)),
    ...rows.map((row) => written.map((column) => quote(column.text?.(row) ?? ""))),
  ];
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function quote(text: string): string {
  const harmless = FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

interface Page<Row> {
  items: Row[];
  next?: string | null;
}

interface Collect<Row> {
  fetchPage: (cursor: string | null) => Promise<Page<Row>>;
  /** The most rows a file may have. */
  most: number;
  onProgress: (rows: number) => void;
  signal: AbortSignal;
}

/** Fetches all pages of a list, one after the other; `isWhole` is false where the list is longer than a file may be. */
export async function collect<Row>(options: Collect<Row>): Promise<{ rows: Row[]; isWhole: boolean }> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    options.signal.throwIfAborted();
    const page: Page<Row> = await options.fetchPage(cursor);
    rows.push(...page.items);
    cursor = page.next ?? null;
    options.onProgress(Math.min(rows.length, options.most));
  } while (cursor && rows.length < options.most);
  return { rows: rows.slice(0, options.most), isWhole: !cursor && rows.length <= options.most };
}

/** Gives a file to the person. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

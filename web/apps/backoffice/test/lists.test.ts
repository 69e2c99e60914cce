import { describe, expect, it, vi } from "vitest";
import { type Column, inOrder, nextOrder } from "~/list/columns";
import { collect, toCsv } from "~/list/csv";

interface Row {
  name: string;
  amount: string;
}

const columns: Column<Row>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, text: (row) => row.name },
  {
    id: "amount",
    header: "Amount",
    cell: (row) => row.amount,
    text: (row) => row.amount,
    compare: (a, b) => Number(a.amount) - Number(b.amount),
  },
  { id: "act", header: "Act", cell: () => null },
];

describe("a file of a list", () => {
  it("quotes what needs it and leaves out columns without text", () => {
    const csv = toCsv(columns, [{ name: 'Anna "A", Berg', amount: "12.50" }]);
    expect(csv).toBe('\uFEFFName,Amount\r\n"Anna ""A"", Berg",12.50\r\n');
  });

  it("keeps figures and disarms formulas", () => {
    const csv = toCsv(columns, [
      { name: "=HYPERLINK(1)", amount: "-12.50" },
      { name: "@cmd", amount: "-1+1" },
    ]);
    expect(csv).toContain("'=HYPERLINK(1),-12.50\r\n'@cmd,'-1+1\r\n");
  });
});

describe("collecting all pages", () => {
  const pages: Record<string, { items: number[]; next: string | null }> = {
    first: { items: [1, 2], next: "b" },
    b: { items: [3, 4], next: "c" },
    c: { items: [5], next: null },
  };
  const fetchPage = async (cursor: string | null) => pages[cursor ?? "first"] ?? { items: [], next: null };

  it("follows the cursor to the end and tells how far it is", async () => {
    const onProgress = vi.fn();
    const found = await collect({ fetchPage, most: 100, onProgress, signal: new AbortController().signal });
    expect(found).toEqual({ rows: [1, 2, 3, 4, 5], isWhole: true });
    expect(onProgress.mock.calls.flat()).toEqual([2, 4, 5]);
  });

  it("stops at the most a file may have and says so", async () => {
    const signal = new AbortController().signal;
    const found = await collect({ fetchPage, most: 3, onProgress: vi.fn(), signal });
    expect(found).toEqual({ rows: [1, 2, 3], isWhole: false });
  });

  it("ends when the person turns away", async () => {
    const control = new AbortController();
    const onProgress = () => control.abort();
    await expect(collect({ fetchPage, most: 9, onProgress, signal: control.signal })).rejects.toThrow();
  });
});

describe("the order of a list", () => {
  const rows = ["3", "1", "2"].map((amount) => ({ name: amount, amount }));

  it("goes down first, then up", () => {
    const down = nextOrder(null, "amount");
    expect(inOrder(rows, columns, down).map((row) => row.amount)).toEqual(["3", "2", "1"]);
    expect(inOrder(rows, columns, nextOrder(down, "amount")).map((row) => row.amount)).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  it("stays the server's where a column cannot be compared", () => {
    expect(inOrder(rows, columns, { column: "name", direction: "ascending" })).toEqual(rows);
  });
});

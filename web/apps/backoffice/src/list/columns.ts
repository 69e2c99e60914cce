import type { ReactNode } from "react";
import { useStored } from "~/app/stored";

/** One column of a list: how it reads, how much it matters, and what it is in a file. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The plain text for an export; a column without it is not exported. */
  text?: (row: Row) => string;
  align?: "start" | "end";
  /** 1 always shown, 2 from a medium table on, 3 only where there is room. */
  rank?: 1 | 2 | 3;
  /** Orders rows that are all in the browser; lists that are paged by the server leave it out. */
  compare?: (a: Row, b: Row) => number;
  /** Hidden until a person asks for it. */
  optional?: boolean;
  className?: string;
}

export type Density = "compact" | "normal" | "relaxed";
export const DENSITIES: readonly Density[] = ["compact", "normal", "relaxed"];

export interface Order {
  column: string;
  direction: "ascending" | "descending";
}

/** The rows in an order; the list itself is left as it is. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
): Row[] {
  const compare = columns.find((column) => column.id === order?.column)?.compare;
  if (!order || !compare) return [...rows];
  const sign = order.direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(a, b));
}

/** The order after a press on a column's heading: down first, then up. */
export function nextOrder(order: Order | null, column: string): Order {
  const flip = order?.column === column && order.direction === "descending";
  return { column, direction: flip ? "ascending" : "descending" };
}

/** Which columns of a list a person shows, remembered in this browser. */
export function useColumns<Row>(list: string, all: readonly Column<Row>[]) {
  const [chosen, setChosen] = useStored<Record<string, boolean>>(`columns.${list}`, {});
  const isShown = (column: Column<Row>) => chosen[column.id] ?? !column.optional;
  return {
    // The first column names the row and carries its link, so it stays.
    shown: all.filter((column, at) => at === 0 || isShown(column)),
    isShown,
    toggle: (column: Column<Row>) => setChosen({ ...chosen, [column.id]: !isShown(column) }),
  };
}

/** The height of rows, one choice for all lists. */
export function useDensity(): [Density, (density: Density) => void] {
  return useStored<Density>("density", "normal");
}

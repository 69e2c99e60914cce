import { EmptyState } from "@stakehouse/ui";
import type { LinkProps } from "@tanstack/react-router";
import type { Column, Order } from "./columns";
import { DataTable } from "./data-table";
import { Pager } from "./pager";
import type { List } from "./use-list";

interface EmbeddedListProps<Row> {
  caption: string;
  list: List<Row>;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  link?: (row: Row) => LinkProps;
  onOpen?: (row: Row) => void;
  order?: Order;
  empty: string;
}

/** A list inside a page that is about something else; it shares the page's URL. */
export function EmbeddedList<Row>({ list, empty, ...table }: EmbeddedListProps<Row>) {
  return (
    <div className="overflow-hidden rounded-xl border">
      <DataTable
        {...table}
        density="compact"
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        stale={list.stale}
        expected={Math.min(list.expected, 12)}
        empty={<EmptyState title={empty} className="py-10!" />}
      />
      {(list.next || list.previous) && <Pager list={list} className="lg:px-4!" />}
    </div>
  );
}

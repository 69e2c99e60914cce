import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { cx, EmptyState } from "@stakehouse/ui";
import type { LinkProps } from "@tanstack/react-router";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { type Column, type Density, nextOrder, type Order } from "./columns";
import { SkeletonRows } from "./skeleton-rows";
import { TableRow } from "./table-row";

export interface DataTableProps<Row> {
  /** Says what the table lists; read out before its rows. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** Where a row leads. */
  link?: (row: Row) => LinkProps;
  /** Opens a row over the page, where it has no address of its own. */
  onOpen?: (row: Row) => void;
  currentId?: string;
  density?: Density;
  order?: Order | null;
  /** Without it the order is the server's and only shown. */
  onOrder?: (order: Order) => void;
  error?: unknown;
  onRetry?: () => void;
  /** Old rows stand while new ones are fetched. */
  stale?: boolean;
  /** How many grey rows stand in while loading: the number that will come. */
  expected?: number;
  empty?: ReactNode;
  /** The rows below this one are marked as at work. */
  isWorking?: (row: Row) => boolean;
  /** A list that fills the page keeps the page's gutter. */
  wide?: boolean;
  className?: string;
  ref?: Ref<HTMLElement>;
}

/** A dense table of rows that lead somewhere, with its loading, empty and error state. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useT();
  const { caption, columns, rows, error, onRetry, empty, stale, wide, className, ref } = props;
  if (error && !rows) return <QueryError error={error} onRetry={onRetry} />;
  if (rows?.length === 0)
    return <div className="empty">{empty ?? <EmptyState title={t("state.empty.none")} />}</div>;
  return (
    <section
      ref={ref}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      className={cx(
        "@container relative min-w-0 overflow-x-auto -outline-offset-2",
        wide && "lg:[&_tr>*:first-child]:pl-6 lg:[&_tr>*:last-child]:pr-6",
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-[0.8125rem]" aria-busy={!rows || stale}>
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-card">
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} order={props.order ?? null} onOrder={props.onOrder} />
            ))}
          </tr>
        </thead>
        <tbody className={cx("transition-opacity duration-150", stale && "opacity-50")}>
          {rows ? (
            rows.map((row) => <TableRow key={props.rowId(row)} {...props} row={row} />)
          ) : (
            <SkeletonRows columns={columns} density={props.density ?? "normal"} rows={props.expected ?? 50} />
          )}
        </tbody>
      </table>
    </section>
  );
}

/** How a column's cells stand: aligned to its kind, hidden where the table is too narrow for its rank. */
export function columnClass<Row>(column: Column<Row>): string {
  return cx(
    "px-3 first:pl-4 last:pr-4",
    column.align === "end" ? "text-end" : "text-start",
    column.rank === 2 && "@max-2xl:hidden",
    column.rank === 3 && "@max-5xl:hidden",
    column.className,
  );
}

interface HeadingProps<Row> {
  column: Column<Row>;
  order: Order | null;
  onOrder?: (order: Order) => void;
}

function Heading<Row>({ column, order, onOrder }: HeadingProps<Row>) {
  const t = useT();
  const direction = order?.column === column.id ? order.direction : null;
  const arrow = direction === "ascending" ? <ArrowUp size={13} /> : <ArrowDown size={13} />;
  const text = (
    <span
      className={cx(
        "inline-flex h-4 items-center gap-1 align-middle",
        column.align === "end" && "flex-row-reverse",
      )}
    >
      {column.header}
      {direction && <span aria-hidden="true">{arrow}</span>}
    </span>
  );
  return (
    <th
      scope="col"
      aria-sort={direction ?? (column.compare && onOrder ? "none" : undefined)}
      className={cx(
        "h-9 whitespace-nowrap border-b font-medium text-muted-foreground text-xs",
        columnClass(column),
      )}
    >
      {column.compare && onOrder ? (
        <button
          type="button"
          className="-mx-1 rounded-sm px-1 py-1 hover:text-foreground"
          title={t("table.sort", { column: column.header })}
          onClick={() => onOrder(nextOrder(order, column.id))}
        >
          {text}
        </button>
      ) : (
        text
      )}
    </th>
  );
}

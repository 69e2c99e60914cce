import { useT } from "@stakehouse/i18n";
import { Button, cx, EmptyState, Skeleton } from "@stakehouse/ui";
import type { ReactNode } from "react";
import { QueryError } from "../query";

/** One column: how its heading reads and how a row fills it. */
export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Left out on narrow screens. */
  wide?: boolean;
  className?: string;
}

interface ResourceTableProps<Row> {
  /** Says what the table lists; read out before the rows. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** Opens a row; the first cell becomes the row's button, so the keyboard has the same way. */
  onOpen?: (row: Row) => void;
  openLabel?: (row: Row) => string;
  selectedId?: string | null;
  error?: unknown;
  onRetry?: () => void;
  /** How many grey rows stand in while loading: the number that will come. */
  expected?: number;
  empty?: ReactNode;
  more?: { has: boolean; busy: boolean; load: () => void };
  dense?: boolean;
}

/** A list from the server with its loading, empty and error state and its cursor. */
export function ResourceTable<Row>(props: ResourceTableProps<Row>) {
  const t = useT();
  const { caption, columns, rows, error, onRetry, empty, more, expected = 10 } = props;
  if (error && !rows) return <QueryError error={error} onRetry={onRetry} />;
  if (rows?.length === 0) return empty ?? <EmptyState title={t("state.empty.none")} />;
  return (
    <div className="grid gap-3">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard. */}
      <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-sm" aria-busy={!rows}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b">
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={cx("caps h-10 px-3 text-muted-foreground", side(column))}
                >
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows ? (
              rows.map((row) => <Line key={props.rowId(row)} {...props} row={row} />)
            ) : (
              <Stand columns={columns} rows={expected} />
            )}
          </tbody>
        </table>
      </section>
      {more?.has && (
        <Button
          variant="outline"
          size="sm"
          className="justify-self-center"
          busy={more.busy}
          onClick={more.load}
        >
          {t("action.more")}
        </Button>
      )}
    </div>
  );
}

function side<Row>(column: Column<Row>): string {
  return cx(
    column.align === "end" ? "text-end" : "text-start",
    column.wide && "max-md:hidden",
    column.className,
  );
}

function Line<Row>({
  row,
  columns,
  rowId,
  onOpen,
  openLabel,
  selectedId,
  dense,
}: ResourceTableProps<Row> & { row: Row }) {
  const selected = selectedId === rowId(row);
  return (
    <tr
      aria-selected={selectedId === undefined ? undefined : selected}
      className={cx(
        "relative border-b last:border-0",
        onOpen && "hover:bg-muted",
        selected && "bg-primary-soft",
      )}
    >
      {columns.map((column, at) => (
        <td key={column.id} className={cx("px-3", dense ? "h-9" : "h-11", side(column))}>
          {onOpen && at === 0 ? (
            // The button covers the whole row, so that the row opens wherever it is pressed.
            <button
              type="button"
              aria-label={openLabel?.(row)}
              className="text-start after:absolute after:inset-0"
              onClick={() => onOpen(row)}
            >
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

function Stand<Row>({ columns, rows }: { columns: readonly Column<Row>[]; rows: number }) {
  return Array.from({ length: rows }, (_, at) => at).map((at) => (
    <tr key={at} className="border-b last:border-0">
      {columns.map((column) => (
        <td key={column.id} className={cx("h-11 px-3", side(column))}>
          <Skeleton className="h-4 w-full max-w-28" />
        </td>
      ))}
    </tr>
  ));
}

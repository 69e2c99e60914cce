import { cx } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import type { Density } from "./columns";
import { columnClass, type DataTableProps } from "./data-table";

const heights: Record<Density, string> = { compact: "h-9", normal: "h-11", relaxed: "h-13" };

/** The row's link lies over the whole row; the focus shows as a bar at its start. */
const COVER = cx(
  "block text-start outline-none after:absolute after:inset-0",
  "focus-visible:after:border-primary focus-visible:after:border-l-3",
);

/** The height of a row's cells. */
export function rowHeight(density: Density): string {
  return heights[density];
}

/** One row; its first cell is a link that covers the whole row. */
export function TableRow<Row>({
  row,
  columns,
  rowId,
  link,
  onOpen,
  currentId,
  density = "normal",
  isWorking,
}: DataTableProps<Row> & { row: Row }) {
  const current = currentId === rowId(row);
  const working = isWorking?.(row) ?? false;
  return (
    <tr
      aria-busy={working || undefined}
      className={cx(
        "group/row relative",
        (link || onOpen) && "hover:bg-muted/60 has-[[data-row-link]:focus-visible]:bg-primary-soft",
        current && "bg-primary-soft",
        working && "opacity-60",
      )}
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={cx(
            "border-border/60 border-b group-last/row:border-b-0",
            heights[density],
            columnClass(column),
          )}
        >
          {at === 0 && link ? (
            <Link {...link(row)} data-row-link="" aria-current={current || undefined} className={COVER}>
              {column.cell(row)}
            </Link>
          ) : at === 0 && onOpen ? (
            <button type="button" data-row-link="" onClick={() => onOpen(row)} className={COVER}>
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

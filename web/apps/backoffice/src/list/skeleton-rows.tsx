import { cx, Skeleton } from "@stakehouse/ui";
import type { Column, Density } from "./columns";
import { columnClass } from "./data-table";
import { rowHeight } from "./table-row";

interface SkeletonRowsProps<Row> {
  columns: readonly Column<Row>[];
  density: Density;
  rows: number;
}

/** Grey rows with the final height, so that nothing moves when the real ones arrive. */
export function SkeletonRows<Row>({ columns, density, rows }: SkeletonRowsProps<Row>) {
  return Array.from({ length: rows }, (_, at) => at).map((at) => (
    <tr key={at}>
      {columns.map((column, place) => (
        <td
          key={column.id}
          className={cx("border-border/60 border-b", rowHeight(density), columnClass(column))}
        >
          <Skeleton
            className={cx("h-3.5", place === 0 ? "w-36" : "w-20", column.align === "end" && "ml-auto")}
          />
        </td>
      ))}
    </tr>
  ));
}

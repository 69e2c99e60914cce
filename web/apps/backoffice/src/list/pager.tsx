import { useT } from "@stakehouse/i18n";
import { Button, cx } from "@stakehouse/ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { List } from "./use-list";

/** Where in the list one is, and the ways to the pages beside it. */
export function Pager<Row>({ list, className }: { list: List<Row>; className?: string }) {
  const t = useT();
  const { rows, page, next, previous } = list;
  return (
    <footer
      className={cx(
        "flex min-h-12 items-center gap-2 border-t px-4 text-muted-foreground text-xs lg:px-6",
        className,
      )}
    >
      <span role="status" className="figures">
        {rows ? t("list.count", { rows: rows.length, page, more: next ? "yes" : "no" }) : t("table.loading")}
      </span>
      {(previous || next) && (
        <span className="ml-auto flex gap-1.5">
          <Button
            size="sm"
            variant="secondary"
            className="h-8! pl-2!"
            icon={<ChevronLeft size={15} />}
            disabled={!previous}
            onClick={previous ?? undefined}
          >
            {t("list.previous")}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            className="h-8! pr-2!"
            disabled={!next}
            onClick={next ?? undefined}
          >
            {t("list.next")}
            <ChevronRight size={15} />
          </Button>
        </span>
      )}
    </footer>
  );
}

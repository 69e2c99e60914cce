import { useT } from "@stakehouse/i18n";
import { Button, buttonClass, EmptyState } from "@stakehouse/ui";
import type { LinkProps } from "@tanstack/react-router";
import { Download, SearchX } from "lucide-react";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useShortcuts } from "~/app/keys";
import { Page } from "~/app/page";
import { type Column, type Order, useColumns, useDensity } from "./columns";
import { DataTable } from "./data-table";
import { Pager } from "./pager";
import { moveRow } from "./rows";
import { SearchBox } from "./search-box";
import type { List } from "./use-list";
import { ViewMenu } from "./view-menu";

// A lazy component loses its type parameter; the cast gives it back.
const ExportDialog = lazy(
  () => import("./export-dialog"),
) as unknown as typeof import("./export-dialog").default;

interface ListPageProps<Row> {
  name: string;
  title: string;
  /** Says what the table lists. */
  caption: string;
  list: List<Row>;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  link?: (row: Row) => LinkProps;
  currentId?: string;
  order?: Order;
  /** The filter that the search box writes. */
  search?: { filter: string; label: string };
  filters?: ReactNode;
  /** Stands above the filters: what the list is about, in figures. */
  head?: ReactNode;
  actions?: ReactNode;
  /** Replaces the browser's own export. */
  onExport?: () => void;
  mayExport?: boolean;
  empty: { icon: ReactNode; title: string; text: string };
}

/** A page that is a list: search and filters, the table, its pager, its export and its keys. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { name, title, list, columns, search, filters, actions, empty, mayExport = true } = props;
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLElement>(null);
  const [exporting, setExporting] = useState(false);
  const { shown, isShown, toggle } = useColumns(name, columns);
  const [density, setDensity] = useDensity();
  const narrowed = Object.keys(list.filters).length > 0;
  const startExport = props.onExport ?? (() => setExporting(true));

  useShortcuts(t("keys.list"), [
    ...(search ? [{ keys: "/", label: t("keys.search"), run: () => box.current?.focus() }] : []),
    { keys: "j", label: t("keys.next_row"), run: () => table.current && moveRow(table.current, 1) },
    { keys: "k", label: t("keys.previous_row"), run: () => table.current && moveRow(table.current, -1) },
    ...(mayExport ? [{ keys: "e", label: t("keys.export"), run: startExport }] : []),
    ...(list.next ? [{ keys: "]", label: t("keys.next_page"), run: list.next }] : []),
    ...(list.previous ? [{ keys: "[", label: t("keys.previous_page"), run: list.previous }] : []),
  ]);

  return (
    <Page title={title} fill actions={actions}>
      {props.head}
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2 lg:px-6">
        {search && (
          <SearchBox
            ref={box}
            label={search.label}
            value={list.filters[search.filter]}
            onChange={(value) => list.setFilter(search.filter, value)}
          />
        )}
        {filters}
        {narrowed && (
          <button type="button" onClick={list.clear} className={buttonClass("ghost", "sm", "h-8! px-2.5!")}>
            {t("action.clear_filters")}
          </button>
        )}
        <span className="ml-auto flex items-center gap-1">
          {mayExport && (
            <Button
              variant="ghost"
              size="sm"
              className="px-2.5! text-muted-foreground"
              icon={<Download size={16} />}
              onClick={startExport}
            >
              <span className="max-sm:sr-only">{t("list.export")}</span>
            </Button>
          )}
          <ViewMenu
            columns={columns}
            isShown={isShown}
            toggle={toggle}
            density={density}
            onDensity={setDensity}
          />
        </span>
      </div>
      <DataTable
        ref={table}
        wide
        className="flex-1 lg:min-h-0 lg:overflow-y-auto"
        caption={props.caption}
        columns={shown}
        rows={list.rows}
        rowId={props.rowId}
        link={props.link}
        currentId={props.currentId}
        density={density}
        order={props.order}
        error={list.error}
        onRetry={list.retry}
        stale={list.stale}
        expected={list.expected}
        empty={
          narrowed ? (
            <EmptyState
              icon={<SearchX size={22} />}
              title={t("state.empty.no_match")}
              action={
                <Button variant="outline" size="sm" onClick={list.clear}>
                  {t("action.clear_filters")}
                </Button>
              }
            />
          ) : (
            <EmptyState icon={empty.icon} title={empty.title}>
              {empty.text}
            </EmptyState>
          )
        }
      />
      <Pager list={list} />
      {exporting && (
        <Suspense>
          <ExportDialog
            name={name}
            columns={columns}
            filters={list.filters}
            fetchPage={list.fetchPage}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
    </Page>
  );
}

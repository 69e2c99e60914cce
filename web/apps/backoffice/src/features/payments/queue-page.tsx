import type { StaffWithdrawal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Button, cx, EmptyState } from "@stakehouse/ui";
import { getRouteApi, Link, Outlet, useParams } from "@tanstack/react-router";
import { ArrowUpFromLine, CircleCheck } from "lucide-react";
import { useRef } from "react";
import { useShortcuts } from "~/app/keys";
import { Page } from "~/app/page";
import { Gate } from "~/app/permissions";
import { DataTable } from "~/list/data-table";
import { moveRow } from "~/list/rows";
import { useQueueColumns } from "./queue-columns";
import { VIEWS, type View } from "./statuses";
import { useWorking } from "./use-decide";
import { useQueue } from "./use-queue";

const route = getRouteApi("/desk/withdrawals");
const ROWS_EXPECTED = 12;

/** The withdrawals that wait for a person, one beside the list. */
export default function QueuePage() {
  return (
    <Gate permission="payments:view">
      <Queue />
    </Gate>
  );
}

function Queue() {
  const t = useT();
  const navigate = route.useNavigate();
  const { id } = useParams({ strict: false });
  const table = useRef<HTMLElement>(null);
  const { view, cases, next, cursor, error, retry, stale } = useQueue();
  const working = useWorking();
  const columns = useQueueColumns();

  useShortcuts(t("keys.list"), [
    { keys: "j", label: t("keys.next_row"), run: () => table.current && moveRow(table.current, 1) },
    { keys: "k", label: t("keys.previous_row"), run: () => table.current && moveRow(table.current, -1) },
  ]);

  return (
    <Page title={t("nav.withdrawals")} fill>
      <Views view={view} />
      <div className="flex min-h-0 flex-1">
        <div
          className={cx("flex min-w-0 flex-1 flex-col", id && "max-xl:hidden xl:max-w-[27rem] xl:border-r")}
        >
          <DataTable<StaffWithdrawal>
            ref={table}
            wide
            className="flex-1 lg:min-h-0 lg:overflow-y-auto"
            caption={t("withdrawals.caption")}
            columns={
              id ? columns.filter((column) => ["member", "amount", "status"].includes(column.id)) : columns
            }
            rows={cases}
            rowId={(row) => row.id}
            link={(row) => ({ to: "/withdrawals/$id", params: { id: row.id }, search: (old) => old })}
            currentId={id}
            order={{ column: "requested_at", direction: "descending" }}
            error={error}
            onRetry={retry}
            stale={stale}
            expected={ROWS_EXPECTED}
            isWorking={(row) => working.has(row.id)}
            empty={
              view === "waiting" ? (
                <EmptyState icon={<CircleCheck size={22} />} title={t("withdrawals.all_done")}>
                  {t("withdrawals.all_done_text")}
                </EmptyState>
              ) : (
                <EmptyState icon={<ArrowUpFromLine size={22} />} title={t("withdrawals.none")} />
              )
            }
          />
          {(next || cursor) && (
            <footer className="flex min-h-12 items-center justify-end gap-2 border-t px-4">
              <Button
                size="sm"
                variant="secondary"
                disabled={!cursor}
                onClick={() => void navigate({ search: { status: view } })}
              >
                {t("list.first")}
              </Button>
              <Button
                size="sm"
                variant="secondary"
                disabled={!next}
                onClick={() => void navigate({ search: { status: view, cursor: next ?? undefined } })}
              >
                {t("list.next")}
              </Button>
            </footer>
          )}
        </div>
        <Outlet />
      </div>
    </Page>
  );
}

function Views({ view }: { view: View }) {
  const t = useT();
  return (
    <nav
      aria-label={t("withdrawals.views")}
      className="no-bar flex gap-1 overflow-x-auto border-b px-4 lg:px-6"
    >
      {(Object.keys(VIEWS) as View[]).map((one) => (
        <Link
          key={one}
          to="/withdrawals"
          search={one === "waiting" ? {} : { status: one }}
          aria-current={one === view ? "page" : undefined}
          className={cx(
            "-mb-px flex h-11 shrink-0 items-center border-b-2 px-3 text-[0.8125rem]",
            one === view
              ? "border-primary font-medium"
              : "border-transparent text-muted-foreground hover:text-foreground",
          )}
        >
          {t(`withdrawals.view.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

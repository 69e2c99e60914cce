import type { StaffWithdrawal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money } from "@stakehouse/kit";
import { Spinner } from "@stakehouse/ui";
import { TriangleAlert } from "lucide-react";
import { State } from "~/app/state";
import { humanize } from "~/app/word";
import type { Column } from "~/list/columns";
import { useWorking } from "./use-decide";

/** The columns of withdrawals, in the queue and on a member's page. */
export function useQueueColumns(): Column<StaffWithdrawal>[] {
  const t = useT();
  const working = useWorking();
  return [
    {
      id: "member",
      header: t("column.member"),
      cell: (row) => (
        <span className="grid leading-tight">
          <span className="truncate font-medium">{row.member.username}</span>
          <Moment at={row.requested_at} className="figures @2xl:hidden text-muted-foreground text-xs" />
        </span>
      ),
    },
    {
      id: "amount",
      header: t("column.amount"),
      align: "end",
      cell: (row) => <Money amount={row.amount} currency={row.currency} className="font-medium" />,
    },
    {
      id: "checks",
      header: t("column.checks"),
      rank: 2,
      cell: (row) => <Checks row={row} />,
    },
    {
      id: "destination",
      header: t("column.destination"),
      rank: 3,
      cell: (row) => (
        <span className="figures text-muted-foreground">
          {humanize(row.method)} · {row.destination_masked}
        </span>
      ),
    },
    {
      id: "status",
      header: t("column.status"),
      cell: (row) =>
        working.has(row.id) ? (
          <span className="inline-flex items-center gap-2">
            <Spinner /> {t("case.working")}
          </span>
        ) : (
          <State group="payment_status" value={row.status} />
        ),
    },
    {
      id: "requested_at",
      header: t("column.requested"),
      align: "end",
      rank: 2,
      cell: (row) => <Moment at={row.requested_at} className="figures text-muted-foreground" />,
    },
  ];
}

function Checks({ row }: { row: StaffWithdrawal }) {
  const t = useT();
  const failed = row.risk.checks.filter((check) => !check.passed).length;
  if (!failed && !row.attention)
    return <span className="text-muted-foreground">{t("case.checks_passed")}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-warning">
      <TriangleAlert size={14} aria-hidden="true" />
      {t("case.checks_failed", { count: failed + (row.attention ? 1 : 0) })}
    </span>
  );
}

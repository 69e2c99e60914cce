import { api, type LedgerCheck } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, Moment, Money, QueryError } from "@stakehouse/kit";
import { Button, cx, EmptyState, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { CircleCheckBig, CircleX, RotateCw, Scale } from "lucide-react";
import { Page, Section } from "~/app/page";
import { Gate } from "~/app/permissions";
import type { Column } from "~/list/columns";
import { DataTable } from "~/list/data-table";
import { Seals } from "./seals";

type Sum = LedgerCheck["tenants"][number];
type Finding = LedgerCheck["findings"][number];

/** Whether the books balance, recomputed from every transfer when asked. */
export default function LedgerPage() {
  return (
    <Gate permission="ledger:view">
      <Ledger />
    </Gate>
  );
}

function Ledger() {
  const t = useT();
  const check = useQuery({ queryKey: ["ledger-check"], queryFn: api.ledgerCheck, staleTime: 5 * 60_000 });
  return (
    <Page
      title={t("nav.ledger")}
      actions={
        <Button
          size="sm"
          variant="secondary"
          icon={<RotateCw size={15} />}
          busy={check.isFetching}
          onClick={() => void check.refetch()}
        >
          {t("ledger.run")}
        </Button>
      }
    >
      {check.error && !check.data ? (
        <QueryError error={check.error} onRetry={() => void check.refetch()} />
      ) : (
        <>
          <Verdict check={check.data} at={check.dataUpdatedAt} busy={check.isFetching} />
          <Sums check={check.data} />
          {check.data && check.data.findings.length > 0 && <Findings findings={check.data.findings} />}
        </>
      )}
      <Seals />
    </Page>
  );
}

function Verdict({ check, at, busy }: { check: LedgerCheck | undefined; at: number; busy: boolean }) {
  const t = useT();
  if (!check) return <Skeleton className="h-21 w-full" />;
  const transfers = check.tenants.reduce((sum, one) => sum + one.transfers, 0);
  const accounts = check.tenants.reduce((sum, one) => sum + one.accounts, 0);
  const Icon = check.ok ? CircleCheckBig : CircleX;
  return (
    <div
      role="status"
      className={cx(
        "flex items-center gap-4 rounded-xl border p-5 transition-opacity",
        !check.ok && "border-danger",
        busy && "opacity-60",
      )}
    >
      <span
        className={cx(
          "grid size-12 shrink-0 place-items-center rounded-xl",
          check.ok ? "bg-success-soft text-success" : "bg-danger-soft text-danger",
        )}
      >
        <Icon size={24} aria-hidden="true" />
      </span>
      <div className="grid gap-0.5">
        <p className="font-semibold text-lg leading-6 tracking-tight">
          {check.ok ? t("ledger.ok") : t("ledger.broken", { count: check.findings.length })}
        </p>
        <p className="figures text-[0.8125rem] text-muted-foreground">
          {t("ledger.extent", { transfers, accounts })}{" "}
          <Moment at={new Date(at).toISOString()} style="full" />
        </p>
      </div>
    </div>
  );
}

function Sums({ check }: { check: LedgerCheck | undefined }) {
  const t = useT();
  const figure = (value: number) => <span className="figures">{t("count", { value })}</span>;
  const columns: Column<Sum>[] = [
    {
      id: "tenant",
      header: t("column.tenant"),
      cell: (row) => <span className="font-medium">{row.tenant}</span>,
    },
    { id: "currency", header: t("column.currency"), cell: (row) => row.currency },
    {
      id: "accounts",
      header: t("column.accounts"),
      align: "end",
      rank: 2,
      cell: (row) => figure(row.accounts),
    },
    { id: "transfers", header: t("column.transfers"), align: "end", cell: (row) => figure(row.transfers) },
    {
      id: "sum",
      header: t("column.sum"),
      align: "end",
      cell: (row) => (
        <Money
          amount={row.sum}
          currency={row.currency}
          className={compareAmounts(row.sum, "0") === 0 ? "font-semibold" : "font-semibold text-danger"}
        />
      ),
    },
  ];
  return (
    <Section title={t("ledger.sums")}>
      <DataTable
        className="rounded-xl border"
        caption={t("ledger.sums")}
        columns={columns}
        rows={check?.tenants}
        rowId={(row) => `${row.tenant} ${row.currency}`}
        expected={2}
        empty={<EmptyState icon={<Scale size={22} />} title={t("ledger.no_transfers")} />}
      />
    </Section>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const columns: Column<Finding>[] = [
    {
      id: "check",
      header: t("column.promise"),
      cell: (row) => <span className="font-medium">{row.check}</span>,
    },
    { id: "detail", header: t("column.detail"), cell: (row) => row.detail },
    { id: "id", header: t("column.id"), rank: 2, cell: (row) => <code className="text-xs">{row.id}</code> },
  ];
  return (
    <Section title={t("ledger.findings")}>
      <DataTable
        className="rounded-xl border"
        caption={t("ledger.findings")}
        columns={columns}
        rows={findings}
        rowId={(row) => `${row.check} ${row.id}`}
      />
    </Section>
  );
}

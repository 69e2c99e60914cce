import { api, type StaffDeposit } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money } from "@stakehouse/kit";
import { ArrowDownToLine } from "lucide-react";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { humanize, useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";

const STATUSES = [
  "created",
  "pending",
  "processing",
  "succeeded",
  "failed",
  "cancelled",
  "expired",
  "charged_back",
];

/** Money that came in, or tried to. */
export default function DepositsPage() {
  return (
    <Gate permission="payments:view">
      <Deposits />
    </Gate>
  );
}

function Deposits() {
  const t = useT();
  const word = useWord();
  const list = useList<StaffDeposit>("deposits", api.deposits);
  const columns = useDepositColumns();
  return (
    <ListPage
      name="deposits"
      title={t("nav.deposits")}
      caption={t("deposits.caption")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      link={(row) => ({ to: "/members/$id", params: { id: row.member.id }, search: { tab: "payments" } })}
      order={{ column: "created_at", direction: "descending" }}
      filters={
        <SelectPill
          label={t("column.status")}
          value={list.filters.status}
          onChange={(value) => list.setFilter("status", value)}
          options={STATUSES.map((value) => ({ value, label: word("payment_status", value) }))}
        />
      }
      empty={{
        icon: <ArrowDownToLine size={22} />,
        title: t("deposits.empty"),
        text: t("deposits.empty_text"),
      }}
    />
  );
}

/** The columns of deposits, here and on a member's page. */
export function useDepositColumns(): Column<StaffDeposit>[] {
  const t = useT();
  const word = useWord();
  return [
    {
      id: "member",
      header: t("column.member"),
      text: (row) => row.member.username,
      cell: (row) => <span className="font-medium">{row.member.username}</span>,
    },
    {
      id: "amount",
      header: t("column.amount"),
      align: "end",
      text: (row) => row.amount,
      cell: (row) => <Money amount={row.amount} currency={row.currency} className="font-medium" />,
    },
    {
      id: "status",
      header: t("column.status"),
      text: (row) => word("payment_status", row.status),
      cell: (row) => <State group="payment_status" value={row.status} />,
    },
    {
      id: "method",
      header: t("column.method"),
      rank: 2,
      text: (row) => row.method,
      cell: (row) => humanize(row.method),
    },
    {
      id: "gateway_reference",
      header: t("column.reference"),
      rank: 3,
      text: (row) => row.gateway_reference,
      cell: (row) => <code className="text-muted-foreground text-xs">{row.gateway_reference}</code>,
    },
    {
      id: "currency",
      header: t("column.currency"),
      optional: true,
      rank: 3,
      text: (row) => row.currency,
      cell: (row) => row.currency,
    },
    {
      id: "created_at",
      header: t("column.at"),
      align: "end",
      rank: 2,
      text: (row) => row.created_at,
      cell: (row) => <Moment at={row.created_at} className="figures text-muted-foreground" />,
    },
  ];
}

import { api, type Transaction } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money } from "@stakehouse/kit";
import { CopyText } from "@stakehouse/ui";
import { useCallback } from "react";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { EmbeddedList } from "~/list/embedded-list";
import { useList } from "~/list/use-list";

/** A member's statement, newest first. */
export function Transactions({ memberId }: { memberId: string }) {
  const t = useT();
  const word = useWord();
  const fetchPage = useCallback(
    (query: Record<string, string>) => api.memberTransactions(memberId, query),
    [memberId],
  );
  const list = useList<Transaction>(`transactions.${memberId}`, fetchPage);
  const columns: Column<Transaction>[] = [
    { id: "kind", header: t("column.movement"), cell: (row) => word("movement", row.kind) },
    {
      id: "reference",
      header: t("column.reference"),
      rank: 3,
      cell: (row) => row.reference && <CopyText text={row.reference} cut={6} />,
    },
    {
      id: "amount",
      header: t("column.amount"),
      align: "end",
      cell: (row) => <Money amount={row.amount} currency={row.currency} signed toned />,
    },
    {
      id: "balance_after",
      header: t("column.balance_after"),
      align: "end",
      rank: 2,
      cell: (row) => (
        <Money amount={row.balance_after} currency={row.currency} className="text-muted-foreground" />
      ),
    },
    {
      id: "created_at",
      header: t("column.at"),
      align: "end",
      cell: (row) => <Moment at={row.created_at} className="figures text-muted-foreground" />,
    },
  ];
  return (
    <EmbeddedList
      caption={t("member.transactions")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      order={{ column: "created_at", direction: "descending" }}
      empty={t("member.no_transactions")}
    />
  );
}

import { api, type Transaction } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, Money } from "@stakehouse/kit";
import { type Column, ResourceTable } from "@stakehouse/kit/table";
import { EmptyState } from "@stakehouse/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";

const BRIEF = 6;
const PAGE = 30;

export interface TransactionsFilter {
  kind?: string;
  from?: string;
  to?: string;
}

/** The member's movements, newest first; `brief` shows only the last few. */
export function TransactionsTable({
  filter,
  brief = false,
}: {
  filter: TransactionsFilter;
  brief?: boolean;
}) {
  const t = useT();
  const list = useInfiniteQuery({
    queryKey: ["transactions", filter, brief],
    queryFn: ({ pageParam }) =>
      api.transactions({ ...filter, cursor: pageParam, limit: brief ? BRIEF : PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const columns: Column<Transaction>[] = [
    {
      id: "kind",
      header: t("history.what"),
      cell: (row) => (
        <span>
          <span className="block font-medium">
            {t("ledger.kind", { kind: row.kind })}
            {row.account !== "main" && (
              <span className="font-normal text-muted-foreground">
                {" "}
                · {t("ledger.account", { account: row.account })}
              </span>
            )}
          </span>
          <Moment at={row.created_at} className="text-muted-foreground text-xs md:hidden" />
        </span>
      ),
    },
    { id: "at", header: t("rounds.at"), wide: true, cell: (row) => <Moment at={row.created_at} /> },
    {
      id: "amount",
      header: t("history.amount"),
      align: "end",
      cell: (row) => (
        <Money amount={row.amount} currency={row.currency} signed toned className="font-semibold" />
      ),
    },
    {
      id: "after",
      header: t("history.balance_after"),
      align: "end",
      cell: (row) => (
        <Money amount={row.balance_after} currency={row.currency} className="text-muted-foreground" />
      ),
    },
  ];
  const rows = list.data?.pages.flatMap((page) => page.items);
  return (
    <ResourceTable
      caption={t("history.transactions")}
      columns={columns}
      rows={brief ? rows?.slice(0, BRIEF) : rows}
      rowId={(row) => row.id}
      error={list.error}
      onRetry={() => void list.refetch()}
      expected={brief ? BRIEF : 10}
      more={
        brief
          ? undefined
          : { has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }
      }
      empty={
        <EmptyState icon={<ArrowLeftRight size={24} />} title={t("history.no_transactions")}>
          {t("history.no_transactions.body")}
        </EmptyState>
      }
    />
  );
}

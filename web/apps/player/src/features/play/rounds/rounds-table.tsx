import { api, type Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { addAmounts, Moment, Money, negate, shortFactor } from "@stakehouse/kit";
import { type Column, ResourceTable } from "@stakehouse/kit/table";
import { EmptyState } from "@stakehouse/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Dices } from "lucide-react";

export interface RoundsFilter {
  game?: string;
  status?: string;
  from?: string;
  to?: string;
}

/** The member's rounds, newest first; each opens its page. */
export function RoundsTable({ filter }: { filter: RoundsFilter }) {
  const t = useT();
  const navigate = useNavigate();
  const rounds = useInfiniteQuery({
    queryKey: ["rounds", filter],
    queryFn: ({ pageParam }) => api.rounds({ ...filter, cursor: pageParam, limit: 30 }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const columns: Column<Round>[] = [
    {
      id: "game",
      header: t("rounds.game"),
      cell: (round) => <span className="font-medium capitalize">{round.game}</span>,
    },
    { id: "at", header: t("rounds.at"), cell: (round) => <Moment at={round.created_at} />, wide: true },
    {
      id: "stake",
      header: t("rounds.stake"),
      align: "end",
      cell: (round) => <Money amount={round.stake} currency={round.currency} />,
    },
    {
      id: "multiplier",
      header: t("rounds.multiplier"),
      align: "end",
      wide: true,
      cell: (round) => `${shortFactor(round.multiplier)}×`,
    },
    {
      id: "net",
      header: t("rounds.net"),
      align: "end",
      cell: (round) =>
        round.status === "open" ? (
          <span className="text-muted-foreground">{t("rounds.status_of", { status: "open" })}</span>
        ) : (
          <Money
            amount={addAmounts(round.payout, negate(round.stake))}
            currency={round.currency}
            signed
            toned
            className="font-semibold"
          />
        ),
    },
  ];
  return (
    <ResourceTable
      caption={t("history.rounds")}
      columns={columns}
      rows={rounds.data?.pages.flatMap((page) => page.items)}
      rowId={(round) => round.id}
      onOpen={(round) => void navigate({ to: "/rounds/$id", params: { id: round.id } })}
      error={rounds.error}
      onRetry={() => void rounds.refetch()}
      more={{
        has: rounds.hasNextPage,
        busy: rounds.isFetchingNextPage,
        load: () => void rounds.fetchNextPage(),
      }}
      empty={<EmptyState icon={<Dices size={24} />} title={t("history.no_rounds")} />}
    />
  );
}

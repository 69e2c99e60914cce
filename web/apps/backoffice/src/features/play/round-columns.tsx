import type { StaffRound } from "@stakehouse/api/staff";
import { useLocale, useT } from "@stakehouse/i18n";
import { addAmounts, Moment, Money, negate } from "@stakehouse/kit";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "~/app/permissions";
import { gamesQuery } from "~/app/queries";
import { State } from "~/app/state";
import { humanize, useWord } from "~/app/word";
import type { Column } from "~/list/columns";

/** A game's title by its slug, where the catalogue may be read. */
export function useGameTitle(): (slug: string) => string {
  const can = useCan();
  const { data } = useQuery({ ...gamesQuery, enabled: can("games:view") });
  return (slug) => data?.items.find((game) => game.slug === slug)?.title ?? humanize(slug);
}

/** The columns of rounds, in the search and on a member's page. */
export function useRoundColumns(): Column<StaffRound>[] {
  const t = useT();
  const word = useWord();
  const titleOf = useGameTitle();
  return [
    {
      id: "game",
      header: t("column.game"),
      text: (row) => row.game,
      cell: (row) => <span className="font-medium">{titleOf(row.game)}</span>,
    },
    {
      id: "member",
      header: t("column.member"),
      rank: 2,
      text: (row) => row.member.username,
      cell: (row) => row.member.username,
    },
    {
      id: "stake",
      header: t("column.stake"),
      align: "end",
      text: (row) => row.stake,
      cell: (row) => <Money amount={row.stake} currency={row.currency} />,
    },
    {
      id: "multiplier",
      header: t("column.multiplier"),
      align: "end",
      rank: 3,
      text: (row) => row.multiplier,
      cell: (row) => <Multiple value={row.multiplier} className="text-muted-foreground" />,
    },
    {
      id: "payout",
      header: t("column.payout"),
      align: "end",
      rank: 2,
      text: (row) => row.payout,
      cell: (row) => <Money amount={row.payout} currency={row.currency} />,
    },
    {
      id: "net",
      header: t("column.net_member"),
      align: "end",
      text: (row) => addAmounts(row.payout, negate(row.stake)),
      cell: (row) =>
        row.status === "settled" ? (
          <Money amount={addAmounts(row.payout, negate(row.stake))} currency={row.currency} signed toned />
        ) : (
          <State group="round_status" value={row.status} />
        ),
    },
    {
      id: "status",
      header: t("column.status"),
      optional: true,
      rank: 3,
      text: (row) => word("round_status", row.status),
      cell: (row) => <State group="round_status" value={row.status} />,
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

/** A multiple of the stake. */
export function Multiple({ value, className }: { value: string; className?: string }) {
  const locale = useLocale();
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return <span className={`figures ${className ?? ""}`}>{format.format(value as `${number}`)}×</span>;
}

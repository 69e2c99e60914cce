import type { Dashboard, TopGame } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, Money, Percent } from "@stakehouse/kit";
import { EmptyState } from "@stakehouse/ui";
import { Dices } from "lucide-react";
import { useState } from "react";
import { Section } from "~/app/page";
import { type Column, inOrder, type Order } from "~/list/columns";
import { DataTable } from "~/list/data-table";

const GAMES_SHOWN = 5;

/** The games that were played most today, with what the house kept and what it returned. */
export function TopGames({ data }: { data: Dashboard | undefined }) {
  const t = useT();
  const [order, setOrder] = useState<Order>({ column: "wagered", direction: "descending" });
  const currency = data?.currency ?? "";
  const columns: Column<TopGame>[] = [
    { id: "game", header: t("column.game"), cell: (row) => <span className="font-medium">{row.title}</span> },
    {
      id: "bets",
      header: t("column.bets"),
      align: "end",
      compare: (a, b) => a.bets - b.bets,
      cell: (row) => <span className="figures">{t("count", { value: row.bets })}</span>,
    },
    {
      id: "wagered",
      header: t("column.wagered"),
      align: "end",
      rank: 2,
      compare: (a, b) => compareAmounts(a.wagered, b.wagered),
      cell: (row) => <Money amount={row.wagered} currency={currency} />,
    },
    {
      id: "ggr",
      header: t("column.ggr"),
      align: "end",
      compare: (a, b) => compareAmounts(a.ggr, b.ggr),
      cell: (row) => <Money amount={row.ggr} currency={currency} toned />,
    },
    {
      id: "rtp",
      header: t("column.rtp_today"),
      align: "end",
      compare: (a, b) => Number(a.rtp ?? 0) - Number(b.rtp ?? 0),
      cell: (row) => (row.rtp === null ? t("none") : <Percent value={row.rtp} />),
    },
  ];
  return (
    <Section title={t("dashboard.top_games")}>
      <DataTable
        className="rounded-xl border"
        caption={t("dashboard.top_games")}
        columns={columns}
        rows={data && inOrder(data.top_games, columns, order)}
        rowId={(row) => row.game}
        link={(row) => ({ to: "/rounds", search: { game: row.game } })}
        linkLabel={(row) => t("dashboard.rounds_of", { game: row.title })}
        order={order}
        onOrder={setOrder}
        expected={GAMES_SHOWN}
        empty={<EmptyState icon={<Dices size={22} />} title={t("dashboard.no_play")} />}
      />
    </Section>
  );
}

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
    {
      id: "wagered",
      header: t("column.game"),
      compare: (a, b) => compareAmounts(a.wagered, b.wagered),
      cell: (row) => (
        <span className="grid leading-tight">
          <span className="font-medium">{row.title}</span>
          <span className="text-muted-foreground text-xs">
            <Money amount={row.wagered} currency={currency} />
          </span>
        </span>
      ),
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
      compare: (a, b) => Number(a.rtp) - Number(b.rtp),
      cell: (row) => <Percent value={row.rtp} of={100} digits={1} />,
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
        order={order}
        onOrder={setOrder}
        expected={GAMES_SHOWN}
        empty={<EmptyState icon={<Dices size={22} />} title={t("dashboard.no_play")} />}
      />
    </Section>
  );
}

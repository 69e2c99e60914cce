import type { StaffGame } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money, Percent } from "@stakehouse/kit";
import { EmptyState } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Dices } from "lucide-react";
import { useRef, useState } from "react";
import { useShortcuts } from "~/app/keys";
import { Page } from "~/app/page";
import { Gate } from "~/app/permissions";
import { gamesQuery } from "~/app/queries";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import { type Column, inOrder, type Order } from "~/list/columns";
import { DataTable } from "~/list/data-table";
import { moveRow } from "~/list/rows";
import { GamePanel } from "./game-panel";

const ROWS_EXPECTED = 5;
const route = getRouteApi("/desk/games");

/** The catalogue with what is proven of each game. */
export default function GamesPage() {
  return (
    <Gate permission="games:view">
      <Games />
    </Gate>
  );
}

function Games() {
  const t = useT();
  const navigate = useNavigate();
  const table = useRef<HTMLElement>(null);
  const { entry } = route.useSearch();
  const { data, error, refetch } = useQuery(gamesQuery);
  const [order, setOrder] = useState<Order | null>(null);
  const columns = useGameColumns();
  const chosen = data?.items.find((game) => game.slug === entry);
  useShortcuts(t("keys.list"), [
    { keys: "j", label: t("keys.next_row"), run: () => table.current && moveRow(table.current, 1) },
    { keys: "k", label: t("keys.previous_row"), run: () => table.current && moveRow(table.current, -1) },
  ]);
  return (
    <Page title={t("nav.games")} fill>
      <DataTable
        ref={table}
        wide
        className="flex-1 lg:min-h-0 lg:overflow-y-auto"
        caption={t("games.caption")}
        columns={columns}
        rows={data && inOrder(data.items, columns, order)}
        rowId={(row) => row.slug}
        link={(row) => ({ to: "/games", search: { entry: row.slug } })}
        currentId={entry}
        order={order}
        onOrder={setOrder}
        error={error}
        onRetry={() => void refetch()}
        expected={ROWS_EXPECTED}
        empty={<EmptyState icon={<Dices size={22} />} title={t("games.empty")} />}
      />
      {chosen && <GamePanel game={chosen} onClose={() => void navigate({ to: "/games" })} />}
    </Page>
  );
}

function useGameColumns(): Column<StaffGame>[] {
  const t = useT();
  const word = useWord();
  return [
    {
      id: "title",
      header: t("column.game"),
      compare: (a, b) => a.title.localeCompare(b.title),
      cell: (row) => <span className="font-medium">{row.title}</span>,
    },
    {
      id: "engine",
      header: t("column.engine"),
      rank: 2,
      compare: (a, b) => a.engine.localeCompare(b.engine),
      cell: (row) => word("engine", row.engine),
    },
    { id: "category", header: t("column.category"), rank: 3, cell: (row) => word("category", row.category) },
    {
      id: "open",
      header: t("column.status"),
      cell: (row) => <State group="standing" value={row.is_open ? "open" : "closed"} />,
    },
    {
      id: "rtp",
      header: t("column.rtp"),
      align: "end",
      compare: (a, b) => Number(a.rtp) - Number(b.rtp),
      cell: (row) => <Percent value={row.rtp} of={100} />,
    },
    {
      id: "hit_rate",
      header: t("column.hit_rate"),
      align: "end",
      rank: 3,
      compare: (a, b) => Number(a.hit_rate) - Number(b.hit_rate),
      cell: (row) => <Percent value={row.hit_rate} of={100} />,
    },
    {
      id: "stakes",
      header: t("column.stakes"),
      align: "end",
      rank: 2,
      cell: (row) => {
        const [limits] = row.limits;
        return limits ? (
          <span className="text-muted-foreground">
            <Money amount={limits.min_stake} currency={limits.currency} /> –{" "}
            <Money amount={limits.max_stake} currency={limits.currency} />
          </span>
        ) : (
          t("none")
        );
      },
    },
  ];
}

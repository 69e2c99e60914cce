import { api, type StaffRound } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { SquareStack } from "lucide-react";
import { Gate, useCan } from "~/app/permissions";
import { gamesQuery } from "~/app/queries";
import { useWord } from "~/app/word";
import { SelectPill, TextPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";
import { useRoundColumns } from "./round-columns";

const STATUSES = ["open", "settled", "void"];
const UUID = /^[0-9a-f-]{36}$/i;

/** Find a round by its member, game, state or id. */
export default function RoundsPage() {
  return (
    <Gate permission="rounds:view">
      <Rounds />
    </Gate>
  );
}

function Rounds() {
  const t = useT();
  const word = useWord();
  const can = useCan();
  const navigate = useNavigate();
  const list = useList<StaffRound>("rounds", api.rounds);
  const { data: games } = useQuery({ ...gamesQuery, enabled: can("games:view") });
  const columns = useRoundColumns();
  return (
    <ListPage
      name="rounds"
      title={t("nav.rounds")}
      caption={t("rounds.caption")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      link={(row) => ({ to: "/rounds/$id", params: { id: row.id } })}
      order={{ column: "created_at", direction: "descending" }}
      filters={
        <>
          <TextPill
            label={t("rounds.by_id")}
            value={undefined}
            onChange={(id) => id && UUID.test(id) && void navigate({ to: "/rounds/$id", params: { id } })}
          />
          {games && (
            <SelectPill
              label={t("column.game")}
              value={list.filters.game}
              onChange={(value) => list.setFilter("game", value)}
              options={games.items.map((game) => ({ value: game.slug, label: game.title }))}
            />
          )}
          <SelectPill
            label={t("column.status")}
            value={list.filters.status}
            onChange={(value) => list.setFilter("status", value)}
            options={STATUSES.map((value) => ({ value, label: word("round_status", value) }))}
          />
          <TextPill
            label={t("rounds.by_member")}
            value={list.filters.member_id}
            onChange={(value) => list.setFilter("member_id", value)}
          />
        </>
      }
      empty={{ icon: <SquareStack size={22} />, title: t("rounds.empty"), text: t("rounds.empty_text") }}
    />
  );
}

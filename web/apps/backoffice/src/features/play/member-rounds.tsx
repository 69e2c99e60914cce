import { api, type StaffRound } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useCallback } from "react";
import { EmbeddedList } from "~/list/embedded-list";
import { useList } from "~/list/use-list";
import { useRoundColumns } from "./round-columns";

/** What a member played, newest first. */
export function MemberRounds({ memberId }: { memberId: string }) {
  const t = useT();
  const fetchPage = useCallback(
    (query: Record<string, string>) => api.memberRounds(memberId, query),
    [memberId],
  );
  const list = useList<StaffRound>(`rounds.${memberId}`, fetchPage);
  const columns = useRoundColumns().filter((column) => column.id !== "member");
  return (
    <EmbeddedList
      caption={t("nav.rounds")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      link={(row) => ({ to: "/rounds/$id", params: { id: row.id } })}
      order={{ column: "created_at", direction: "descending" }}
      empty={t("member.no_rounds")}
    />
  );
}

import type { Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime } from "@stakehouse/kit";
import { EmptyState } from "@stakehouse/ui";
import type { Column } from "~/list/columns";
import { DataTable } from "~/list/data-table";

type Session = Member["sessions"][number];

/** The devices on which a member is signed in. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const t = useT();
  const columns: Column<Session>[] = [
    {
      id: "device",
      header: t("column.device"),
      cell: (row) => <span className="font-medium">{row.device || t("none")}</span>,
    },
    {
      id: "address",
      header: t("column.address"),
      rank: 2,
      cell: (row) => <span className="figures text-muted-foreground">{row.address}</span>,
    },
    {
      id: "created_at",
      header: t("column.signed_in"),
      rank: 2,
      cell: (row) => <Moment at={row.created_at} className="figures text-muted-foreground" />,
    },
    {
      id: "last_seen_at",
      header: t("column.last_seen"),
      align: "end",
      cell: (row) => <RelativeTime at={row.last_seen_at} className="text-muted-foreground" />,
    },
  ];
  return (
    <DataTable
      className="rounded-xl border"
      density="compact"
      caption={t("member.sessions")}
      columns={columns}
      rows={sessions}
      rowId={(row) => row.id}
      empty={<EmptyState title={t("member.no_sessions")} className="py-10!" />}
    />
  );
}

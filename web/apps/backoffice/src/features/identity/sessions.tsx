import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime, useErrorText } from "@stakehouse/kit";
import { Button, EmptyState, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Device } from "~/app/device";
import { useCan } from "~/app/permissions";
import type { Column } from "~/list/columns";
import { DataTable } from "~/list/data-table";

type Session = Member["sessions"][number];

interface SessionsProps {
  memberId: string;
  sessions: readonly Session[];
  /** The session that one came to look at. */
  currentId?: string | undefined;
}

/** The devices on which a member is signed in; each can be ended. */
export function Sessions({ memberId, sessions, currentId = "" }: SessionsProps) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const mayEnd = useCan()("members:manage");
  const end = useMutation({
    mutationFn: (id: string) => api.endMemberSession(memberId, id),
    onSuccess: () => toast(t("member.session_ended"), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["member", memberId] }),
  });
  const columns: Column<Session>[] = [
    {
      id: "device",
      header: t("column.device"),
      cell: (row) => <Device agent={row.device} className="font-medium" />,
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
    ...(mayEnd
      ? [
          {
            id: "end",
            header: t("member.session_end"),
            align: "end" as const,
            cell: (row: Session) => (
              <Button size="sm" variant="ghost" busy={end.isPending} onClick={() => end.mutate(row.id)}>
                {t("member.session_end")}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const isOver = currentId !== "" && !sessions.some((session) => session.id === currentId);
  return (
    <>
      {isOver && <p className="mb-3 text-muted-foreground text-sm">{t("member.session_over")}</p>}
      <DataTable
        className="rounded-xl border"
        density="compact"
        caption={t("member.sessions")}
        columns={columns}
        rows={sessions}
        rowId={(row) => row.id}
        currentId={currentId}
        empty={<EmptyState title={t("member.no_sessions")} className="py-10!" />}
      />
    </>
  );
}

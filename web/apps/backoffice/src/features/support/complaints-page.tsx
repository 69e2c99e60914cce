import { houseApi, type StaffComplaint } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime } from "@stakehouse/kit";
import { Badge } from "@stakehouse/ui";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { MessageSquareWarning } from "lucide-react";
import { Gate } from "~/app/permissions";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";
import { ComplaintPanel } from "./complaint-panel";

const STATUSES = ["received", "in_progress", "answered", "escalated", "closed"] as const;
const REFETCH_MS = 20_000;

const route = getRouteApi("/desk/complaints");

/** The work list of complaints, late ones marked. */
export default function ComplaintsPage() {
  return (
    <Gate permission="support:view">
      <Complaints />
    </Gate>
  );
}

function Complaints() {
  const t = useT();
  const navigate = useNavigate();
  const list = useList<StaffComplaint>("complaints", houseApi.complaints, REFETCH_MS);
  const { entry } = route.useSearch();
  return (
    <>
      <ListPage
        name="complaints"
        title={t("nav.complaints")}
        caption={t("complaints.caption")}
        list={list}
        columns={useComplaintColumns()}
        rowId={(row) => row.id}
        currentId={entry}
        link={(row) => ({
          to: "/complaints",
          search: (old) => ({ ...old, entry: row.id }),
          resetScroll: false,
        })}
        order={{ column: "created_at", direction: "descending" }}
        filters={
          <>
            <SelectPill
              label={t("column.status")}
              value={list.filters.status}
              onChange={(value) => list.setFilter("status", value)}
              options={STATUSES.map((value) => ({ value, label: t(`complaint.status.${value}`) }))}
            />
            <SelectPill
              label={t("complaints.overdue")}
              value={list.filters.overdue}
              onChange={(value) => list.setFilter("overdue", value)}
              options={[{ value: "true", label: t("complaints.only_overdue") }]}
            />
          </>
        }
        empty={{
          icon: <MessageSquareWarning size={22} />,
          title: t("complaints.empty"),
          text: t("complaints.empty_text"),
        }}
      />
      {entry && (
        <ComplaintPanel
          id={entry}
          onClose={() =>
            void navigate({ to: "/complaints", search: ({ entry: _, ...old }) => old, resetScroll: false })
          }
        />
      )}
    </>
  );
}

function useComplaintColumns(): Column<StaffComplaint>[] {
  const t = useT();
  return [
    {
      id: "subject",
      header: t("complaints.complaint"),
      text: (row) => `${row.number} ${row.subject}`,
      cell: (row) => (
        <span className="grid py-1 leading-tight">
          <span className="line-clamp-1 font-medium">
            {row.number} · {row.subject}
          </span>
          <span className="text-muted-foreground text-xs">{t(`complaint.category.${row.category}`)}</span>
        </span>
      ),
    },
    {
      id: "member",
      header: t("column.member"),
      rank: 2,
      text: (row) => row.member.username,
      cell: (row) => row.member.username,
    },
    {
      id: "status",
      header: t("column.status"),
      text: (row) => t(`complaint.status.${row.status}`),
      cell: (row) => t(`complaint.status.${row.status}`),
    },
    {
      id: "due_at",
      header: t("complaints.due"),
      text: (row) => row.due_at ?? "",
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {row.due_at ? <RelativeTime at={row.due_at} /> : t("none")}
          {row.is_overdue && <Badge tone="danger">{t("complaints.overdue")}</Badge>}
        </span>
      ),
    },
    {
      id: "owner",
      header: t("complaints.owner"),
      rank: 3,
      text: (row) => row.owner,
      cell: (row) => row.owner || t("none"),
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

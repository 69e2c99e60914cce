import { type Approval, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, RelativeTime } from "@stakehouse/kit";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { UserRoundCheck } from "lucide-react";
import { Gate } from "~/app/permissions";
import { meQuery } from "~/app/queries";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";
import { ApprovalPanel } from "./approval-panel";

const STATUSES = ["waiting", "approved", "rejected", "expired", "withdrawn"];
const REFETCH_MS = 20_000;

const route = getRouteApi("/desk/approvals");

/** Acts that one person asked for and another has to decide. */
export default function ApprovalsPage() {
  return (
    <Gate permission="approvals:view">
      <Approvals />
    </Gate>
  );
}

function Approvals() {
  const t = useT();
  const word = useWord();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const list = useList<Approval>("approvals", api.approvals, REFETCH_MS);
  const { entry } = route.useSearch();
  // The trail names people by their address; two people of one name must not be taken for one.
  const isOwn = (approval: Approval) => approval.maker === me?.email;
  const chosen = list.rows?.find((row) => row.id === entry);
  const columns = useApprovalColumns(isOwn);
  return (
    <>
      <ListPage
        name="approvals"
        title={t("nav.approvals")}
        caption={t("approvals.caption")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        currentId={entry}
        link={(row) => ({
          to: "/approvals",
          search: (old) => ({ ...old, entry: row.id }),
          resetScroll: false,
        })}
        order={{ column: "created_at", direction: "descending" }}
        filters={
          <SelectPill
            label={t("column.status")}
            value={list.filters.status}
            onChange={(value) => list.setFilter("status", value)}
            options={STATUSES.map((value) => ({ value, label: word("approval_status", value) }))}
          />
        }
        empty={{
          icon: <UserRoundCheck size={22} />,
          title: t("approvals.empty"),
          text: t("approvals.empty_text"),
        }}
      />
      {chosen && (
        <ApprovalPanel
          approval={chosen}
          isOwn={isOwn(chosen)}
          onClose={() =>
            void navigate({ to: "/approvals", search: ({ entry: _, ...old }) => old, resetScroll: false })
          }
        />
      )}
    </>
  );
}

function useApprovalColumns(isOwn: (approval: Approval) => boolean): Column<Approval>[] {
  const t = useT();
  const word = useWord();
  return [
    {
      id: "summary",
      header: t("column.request"),
      text: (row) => row.summary,
      cell: (row) => (
        <span className="grid py-1 leading-tight">
          <span className="line-clamp-1 font-medium">{row.summary}</span>
          <span className="line-clamp-1 text-muted-foreground text-xs">{row.reason}</span>
        </span>
      ),
    },
    {
      id: "amount",
      header: t("column.amount"),
      align: "end",
      text: (row) => row.amount ?? "",
      cell: (row) =>
        row.amount && row.currency ? (
          <Money amount={row.amount} currency={row.currency} signed className="font-medium" />
        ) : (
          t("none")
        ),
    },
    {
      id: "maker",
      header: t("column.maker"),
      rank: 2,
      text: (row) => row.maker,
      cell: (row) => (isOwn(row) ? t("approvals.you") : row.maker),
    },
    {
      id: "kind",
      header: t("column.kind"),
      optional: true,
      rank: 3,
      text: (row) => row.kind,
      cell: (row) => word("approval_kind", row.kind),
    },
    {
      id: "status",
      header: t("column.status"),
      text: (row) => word("approval_status", row.status),
      cell: (row) => <State group="approval_status" value={row.status} />,
    },
    {
      id: "expires_at",
      header: t("column.expires"),
      rank: 3,
      text: (row) => row.expires_at,
      cell: (row) =>
        row.status === "waiting" ? (
          <RelativeTime at={row.expires_at} className="text-muted-foreground" />
        ) : (
          <span className="text-muted-foreground">{t("none")}</span>
        ),
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

import { api, type HarmCase } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { HeartHandshake } from "lucide-react";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { type Filters, useList } from "~/list/use-list";
import { BandBadge } from "./harm-band";
import { HarmPanel } from "./harm-panel";
import { ProtectionShares } from "./protection-shares";

const REFETCH_MS = 30_000;
const STATUSES = ["open", "taken", "snoozed", "closed"] as const;
const BANDS = ["amber", "red", "black"] as const;

const route = getRouteApi("/desk/harm");

/** Members somebody should look at, the gravest first. */
export default function HarmPage() {
  return (
    <Gate permission="harm:view">
      <WorkList />
    </Gate>
  );
}

const fetchPage = (query: Filters, signal?: AbortSignal) => api.harmCases(query, signal);

function WorkList() {
  const t = useT();
  const navigate = useNavigate();
  const list = useList<HarmCase>("harm-cases", fetchPage, REFETCH_MS);
  const { entry } = route.useSearch();
  return (
    <>
      <ListPage
        name="harm-cases"
        title={t("nav.harm")}
        caption={t("harm.caption")}
        list={list}
        columns={useColumns()}
        head={<ProtectionShares />}
        rowId={(row) => row.id}
        currentId={entry}
        link={(row) => ({ to: "/harm", search: (old) => ({ ...old, entry: row.id }), resetScroll: false })}
        filters={
          <>
            <SelectPill
              label={t("column.status")}
              value={list.filters.status}
              onChange={(value) => list.setFilter("status", value)}
              options={STATUSES.map((value) => ({ value, label: t(`harm_status.${value}`) }))}
            />
            <SelectPill
              label={t("harm.band")}
              value={list.filters.band}
              onChange={(value) => list.setFilter("band", value)}
              options={BANDS.map((value) => ({ value, label: t(`harm_band.${value}`) }))}
            />
          </>
        }
        empty={{ icon: <HeartHandshake size={22} />, title: t("harm.empty"), text: t("harm.empty_text") }}
      />
      {entry && (
        <HarmPanel
          id={entry}
          onClose={() =>
            void navigate({ to: "/harm", search: ({ entry: _, ...old }) => old, resetScroll: false })
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<HarmCase>[] {
  const t = useT();
  return [
    {
      id: "member",
      header: t("column.member"),
      cell: (row) => <span className="font-medium">{row.username}</span>,
    },
    {
      id: "band",
      header: t("harm.band"),
      cell: (row) => <BandBadge band={row.band} score={row.score} />,
    },
    {
      id: "markers",
      header: t("harm.markers"),
      rank: 2,
      cell: (row) => row.findings.map((finding) => finding.title).join(", "),
    },
    {
      id: "status",
      header: t("column.status"),
      cell: (row) => <State group="harm_status" value={row.status} />,
    },
    { id: "taken_by", header: t("harm.taken_by"), rank: 3, cell: (row) => row.taken_by || t("none") },
    {
      id: "opened_at",
      header: t("harm.opened"),
      rank: 2,
      cell: (row) => <Moment at={row.opened_at} className="figures text-muted-foreground" />,
    },
  ];
}

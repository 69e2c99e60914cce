import { api, type KycCase } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime } from "@stakehouse/kit";
import { ScanFace } from "lucide-react";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";

const STATUSES = ["submitted", "in_review", "verified", "rejected", "expired", "not_started"];
const REFETCH_MS = 20_000;

/** Identity checks, the longest waiting first. */
export default function KycQueuePage() {
  return (
    <Gate permission="kyc:view">
      <Queue />
    </Gate>
  );
}

function Queue() {
  const t = useT();
  const word = useWord();
  const list = useList<KycCase>("kyc", api.kycCases, REFETCH_MS);
  const columns: Column<KycCase>[] = [
    { id: "name", header: t("kycq.name"), cell: (row) => <span className="font-medium">{row.name}</span> },
    {
      id: "status",
      header: t("column.status"),
      cell: (row) => <State group="kyc" value={row.status} />,
    },
    {
      id: "submitted_at",
      header: t("kycq.submitted"),
      cell: (row) => (row.submitted_at ? <RelativeTime at={row.submitted_at} /> : t("none")),
    },
    { id: "reviewer", header: t("kycq.reviewer"), cell: (row) => row.reviewer || t("none") },
    {
      id: "valid_until",
      header: t("kycq.valid_until"),
      cell: (row) =>
        row.valid_until ? <Moment at={`${row.valid_until}T12:00:00Z`} style="date" /> : t("none"),
    },
  ];
  return (
    <ListPage
      name="kyc"
      title={t("nav.kyc")}
      caption={t("kycq.caption")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      link={(row) => ({ to: "/kyc/$id", params: { id: row.id } })}
      filters={
        <SelectPill
          label={t("column.status")}
          value={list.filters.status}
          onChange={(value) => list.setFilter("status", value)}
          options={STATUSES.map((value) => ({ value, label: word("kyc", value) }))}
        />
      }
      empty={{ icon: <ScanFace size={22} />, title: t("kycq.empty"), text: t("kycq.empty_text") }}
    />
  );
}

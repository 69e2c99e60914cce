import { api, type KycCase } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { RelativeTime } from "@stakehouse/kit";
import { ScanFace } from "lucide-react";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";
import { Day, spoken } from "./kyc-words";

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
    {
      id: "name",
      header: t("kycq.name"),
      rank: 1,
      text: (row) => row.name,
      cell: (row) => <span className="font-medium">{row.name}</span>,
    },
    {
      id: "status",
      header: t("column.status"),
      rank: 1,
      text: (row) => row.status,
      cell: (row) => <State group="kyc" value={row.status} />,
    },
    {
      id: "submitted_at",
      header: t("kycq.submitted"),
      rank: 1,
      text: (row) => row.submitted_at ?? "",
      cell: (row) =>
        row.submitted_at ? <RelativeTime at={row.submitted_at} className="whitespace-nowrap" /> : t("none"),
    },
    {
      id: "reviewer",
      header: t("kycq.reviewer"),
      rank: 2,
      text: (row) => row.reviewer,
      cell: (row) => row.reviewer || t("none"),
    },
    {
      id: "vendor",
      header: t("kycq.vendor"),
      rank: 2,
      text: (row) => row.vendor_said,
      cell: (row) => spoken(row.vendor_said) || t("none"),
    },
    {
      id: "valid_until",
      header: t("kycq.valid_until"),
      rank: 3,
      text: (row) => row.valid_until ?? "",
      cell: (row) => <Day on={row.valid_until} />,
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

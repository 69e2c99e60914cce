import { api, type Seal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { CopyText, EmptyState } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Stamp } from "lucide-react";
import { Section } from "~/app/page";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { DataTable } from "~/list/data-table";

/** The sealed spans of the journals; each seal holds all before it. */
export function Seals() {
  const t = useT();
  const word = useWord();
  const seals = useQuery({ queryKey: ["seals"], queryFn: api.seals });
  const columns: Column<Seal>[] = [
    {
      id: "seq",
      header: t("column.seal"),
      cell: (row) => (
        <span className="font-medium">
          {word("journal", row.journal)}{" "}
          <span className="figures text-muted-foreground">{t("seal.number", { seq: row.seq })}</span>
        </span>
      ),
    },
    {
      id: "rows",
      header: t("column.rows"),
      align: "end",
      cell: (row) => <span className="figures">{t("count", { value: row.rows })}</span>,
    },
    { id: "seal", header: t("column.hash"), rank: 2, cell: (row) => <CopyText text={row.seal} cut={10} /> },
    { id: "root", header: t("column.root"), rank: 3, cell: (row) => <CopyText text={row.root} cut={8} /> },
    {
      id: "created_at",
      header: t("column.at"),
      align: "end",
      cell: (row) => <Moment at={row.created_at} className="figures text-muted-foreground" />,
    },
  ];
  return (
    <Section title={t("ledger.seals")}>
      <p className="max-w-2xl text-[0.8125rem] text-muted-foreground">{t("ledger.seals_text")}</p>
      <DataTable
        className="rounded-xl border"
        density="compact"
        caption={t("ledger.seals")}
        columns={columns}
        rows={seals.data?.items}
        rowId={(row) => `${row.journal} ${row.seq}`}
        order={{ column: "created_at", direction: "descending" }}
        error={seals.error}
        onRetry={() => void seals.refetch()}
        expected={10}
        empty={<EmptyState icon={<Stamp size={22} />} title={t("ledger.no_seals")} />}
      />
    </Section>
  );
}

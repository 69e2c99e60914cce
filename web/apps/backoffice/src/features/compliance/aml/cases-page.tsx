import { type AmlCaseRow, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime } from "@stakehouse/kit";
import { Badge } from "@stakehouse/ui";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ShieldAlert } from "lucide-react";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";
import { CasePanel } from "./case-panel";

const STATUSES = ["open", "assigned", "escalated", "closed"];
const KINDS = ["screening", "monitoring", "manual"];
const SEVERITIES = ["high", "medium", "low"];
const REFETCH_MS = 20_000;

const route = getRouteApi("/desk/aml-cases");

/** The work list of suspicions. */
export default function AmlCasesPage() {
  return (
    <Gate permission="aml:view">
      <Cases />
    </Gate>
  );
}

function Cases() {
  const t = useT();
  const word = useWord();
  const navigate = useNavigate();
  const list = useList<AmlCaseRow>("aml-cases", api.amlCases, REFETCH_MS);
  const { entry } = route.useSearch();
  const columns = useCaseColumns();
  const options = (values: readonly string[]) =>
    values.map((value) => ({ value, label: word("aml", value) }));
  const open = (id: string | undefined) =>
    void navigate({
      to: "/aml-cases",
      search: ({ entry: _, ...old }) => (id ? { ...old, entry: id } : old),
      resetScroll: false,
    });
  const rows = list.rows ?? [];
  const following = rows.find((row) => row.status !== "closed" && row.id !== entry)?.id;
  return (
    <>
      <ListPage
        name="aml-cases"
        title={t("nav.aml_cases")}
        caption={t("aml.cases_caption")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        currentId={entry}
        link={(row) => ({
          to: "/aml-cases",
          search: (old) => ({ ...old, entry: row.id }),
          resetScroll: false,
        })}
        order={{ column: "opened_at", direction: "descending" }}
        filters={
          <>
            <SelectPill
              label={t("column.status")}
              value={list.filters.status}
              onChange={(value) => list.setFilter("status", value)}
              options={options(STATUSES)}
            />
            <SelectPill
              label={t("column.kind")}
              value={list.filters.kind}
              onChange={(value) => list.setFilter("kind", value)}
              options={options(KINDS)}
            />
            <SelectPill
              label={t("aml.severity")}
              value={list.filters.severity}
              onChange={(value) => list.setFilter("severity", value)}
              options={options(SEVERITIES)}
            />
          </>
        }
        empty={{
          icon: <ShieldAlert size={22} />,
          title: t("aml.no_cases"),
          text: t("aml.no_cases_text"),
        }}
      />
      {entry && (
        <CasePanel
          key={entry}
          id={entry}
          onClose={() => open(undefined)}
          onNext={following ? () => open(following) : null}
        />
      )}
    </>
  );
}

function useCaseColumns(): Column<AmlCaseRow>[] {
  const t = useT();
  const word = useWord();
  return [
    {
      id: "summary",
      header: t("aml.case"),
      text: (row) => row.summary,
      cell: (row) => (
        <span className="grid py-1 leading-tight">
          <span className="line-clamp-1 font-medium">{row.summary}</span>
          <span className="line-clamp-1 text-muted-foreground text-xs">
            {row.username} · {word("aml", row.kind)}
          </span>
        </span>
      ),
    },
    {
      id: "severity",
      header: t("aml.severity"),
      text: (row) => row.severity,
      cell: (row) => <Severity row={row} />,
    },
    {
      id: "status",
      header: t("column.status"),
      text: (row) => word("aml", row.status),
      cell: (row) => <State group="aml" value={row.status} />,
    },
    {
      id: "assignee",
      header: t("aml.assignee"),
      rank: 2,
      text: (row) => row.assignee,
      cell: (row) => row.assignee || <span className="text-muted-foreground">{t("none")}</span>,
    },
    {
      id: "due_at",
      header: t("aml.due"),
      rank: 2,
      text: (row) => row.due_at,
      cell: (row) =>
        row.finding ? (
          <span className="text-muted-foreground">{word("aml", row.finding)}</span>
        ) : (
          <RelativeTime
            at={row.due_at}
            className={row.is_overdue ? "font-medium text-danger" : "text-muted-foreground"}
          />
        ),
    },
    {
      id: "opened_at",
      header: t("column.at"),
      align: "end",
      rank: 3,
      text: (row) => row.opened_at,
      cell: (row) => <Moment at={row.opened_at} className="figures text-muted-foreground" />,
    },
  ];
}

/** How pressing a case is, and whether withdrawals wait for it. */
export function Severity({ row }: { row: Pick<AmlCaseRow, "severity" | "is_blocking"> }) {
  const t = useT();
  const word = useWord();
  const tone = row.severity === "high" ? "danger" : row.severity === "medium" ? "warning" : "neutral";
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tone}>{word("aml", row.severity)}</Badge>
      {row.is_blocking && <Badge>{t("aml.blocking")}</Badge>}
    </span>
  );
}

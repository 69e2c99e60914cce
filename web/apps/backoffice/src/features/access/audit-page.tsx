import { type AuditItem, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ScrollText } from "lucide-react";
import { Gate, useCan } from "~/app/permissions";
import { saveFile } from "~/list/csv";
import { DatePill, SelectPill, TextPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { type Filters, useList } from "~/list/use-list";
import { useAuditColumns } from "./audit-columns";
import { AuditEntry } from "./audit-entry";
import { instantOf } from "./days";

const AREAS = [
  "member",
  "withdrawal",
  "deposit",
  "limit",
  "exclusion",
  "approval",
  "setting",
  "staff",
  "role",
  "audit",
];

const route = getRouteApi("/desk/audit");

/** Who did what to what, when and why. */
export default function AuditPage() {
  return (
    <Gate permission="audit:view">
      <Audit />
    </Gate>
  );
}

/** The filters as the server wants them: days become instants. */
function queryOf({ entry: _, from, to, ...rest }: Filters) {
  return { ...rest, from: instantOf(from, "start"), to: instantOf(to, "end") };
}

const fetchPage = (query: Filters, signal?: AbortSignal) => api.audit(queryOf(query), signal);

function Audit() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const list = useList<AuditItem>("audit", fetchPage);
  const columns = useAuditColumns();
  const { entry } = route.useSearch();
  const chosen = list.rows?.find((row) => row.id === entry);

  async function exportAll() {
    try {
      saveFile("audit.csv", await api.auditFile(queryOf(list.filters)));
      toast(t("audit.exported"), "success");
      await queries.invalidateQueries({ queryKey: ["audit"] });
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  return (
    <>
      <ListPage
        name="audit"
        title={t("nav.audit")}
        caption={t("audit.caption")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        currentId={entry}
        link={(row) => ({ to: "/audit", search: (old) => ({ ...old, entry: row.id }), resetScroll: false })}
        order={{ column: "at", direction: "descending" }}
        mayExport={can("audit:export")}
        onExport={() => void exportAll()}
        filters={
          <>
            <TextPill
              label={t("column.actor")}
              value={list.filters.actor}
              onChange={(value) => list.setFilter("actor", value)}
            />
            <SelectPill
              label={t("column.act")}
              value={list.filters.action}
              onChange={(value) => list.setFilter("action", value)}
              options={AREAS.map((value) => ({ value, label: t(`area.${value}` as "area.member") }))}
            />
            <TextPill
              label={t("column.resource")}
              value={list.filters.resource}
              onChange={(value) => list.setFilter("resource", value)}
            />
            <DatePill
              label={t("filter.from")}
              value={list.filters.from}
              onChange={(value) => list.setFilter("from", value)}
            />
            <DatePill
              label={t("filter.to")}
              value={list.filters.to}
              onChange={(value) => list.setFilter("to", value)}
            />
          </>
        }
        empty={{ icon: <ScrollText size={22} />, title: t("audit.empty"), text: t("audit.empty_text") }}
      />
      {chosen && (
        <AuditEntry
          entry={chosen}
          onClose={() =>
            void navigate({ to: "/audit", search: ({ entry: _, ...old }) => old, resetScroll: false })
          }
        />
      )}
    </>
  );
}

import { api, type SignificantEvent } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Dialog, toast } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Plus, Siren } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Can, Gate } from "~/app/permissions";
import { humanize } from "~/app/word";
import type { Column } from "~/list/columns";
import { saveFile } from "~/list/csv";
import { DatePill, SelectPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { type Filters, useList } from "~/list/use-list";
import { EnterDialog } from "./enter-event";

const DAY_START = "T00:00:00Z";
const DAY_END = "T23:59:59.999Z";

const route = getRouteApi("/desk/significant-events");

/** What a regulator wants to hear of. */
export default function SignificantPage() {
  return (
    <Gate permission="significant:view">
      <Register />
    </Gate>
  );
}

function queryOf({ entry: _, from, to, ...rest }: Filters) {
  return { ...rest, ...(from && { from: from + DAY_START }), ...(to && { to: to + DAY_END }) };
}

const fetchPage = (query: Filters, signal?: AbortSignal) => api.significantEvents(queryOf(query), signal);

function Register() {
  const t = useT();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const kinds = useQuery({ queryKey: ["event-kinds"], queryFn: api.eventKinds, staleTime: 3_600_000 });
  const list = useList<SignificantEvent>("significant-events", fetchPage);
  const { entry } = route.useSearch();
  const [entering, setEntering] = useState(false);
  const chosen = list.rows?.find((row) => row.id === entry);

  async function exportAll() {
    try {
      saveFile("significant-events.csv", await api.significantFile(queryOf(list.filters)));
      toast(t("significant.exported"), "success");
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  return (
    <>
      <ListPage
        name="significant-events"
        title={t("nav.significant")}
        caption={t("significant.caption")}
        list={list}
        columns={useColumns()}
        rowId={(row) => row.id}
        currentId={entry}
        link={(row) => ({
          to: "/significant-events",
          search: (old) => ({ ...old, entry: row.id }),
          resetScroll: false,
        })}
        onExport={() => void exportAll()}
        actions={
          <Can permission="significant:record">
            <Button size="sm" variant="secondary" icon={<Plus size={15} />} onClick={() => setEntering(true)}>
              {t("significant.enter")}
            </Button>
          </Can>
        }
        filters={
          <>
            <SelectPill
              label={t("significant.kind")}
              value={list.filters.kind}
              onChange={(value) => list.setFilter("kind", value)}
              options={(kinds.data?.items ?? []).map((kind) => ({
                value: kind.kind,
                label: `${kind.letter} · ${kind.title}`,
              }))}
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
        empty={{
          icon: <Siren size={22} />,
          title: t("significant.empty"),
          text: t("significant.empty_text"),
        }}
      />
      {chosen && (
        <EventPanel
          event={chosen}
          onClose={() =>
            void navigate({
              to: "/significant-events",
              search: ({ entry: _, ...old }) => old,
              resetScroll: false,
            })
          }
        />
      )}
      {entering && (
        <EnterDialog
          kinds={(kinds.data?.items ?? []).filter((kind) => kind.is_entered_by_hand)}
          onClose={() => setEntering(false)}
        />
      )}
    </>
  );
}

function useColumns(): Column<SignificantEvent>[] {
  const t = useT();
  return [
    {
      id: "at",
      header: t("column.at"),
      cell: (row) => <Moment at={row.at} className="figures whitespace-nowrap" />,
    },
    { id: "kind", header: t("significant.kind"), cell: (row) => <Badge>{row.title}</Badge> },
    { id: "summary", header: t("significant.summary"), rank: 2, cell: (row) => row.summary },
    {
      id: "by",
      header: t("significant.by"),
      rank: 3,
      cell: (row) => <span className="text-muted-foreground">{row.recorded_by}</span>,
    },
  ];
}

function EventPanel({ event, onClose }: { event: SignificantEvent; onClose: () => void }) {
  const t = useT();
  const parts = [
    [t("significant.facts"), event.facts],
    [t("significant.before"), event.before],
    [t("significant.after"), event.after],
  ] as const;
  return (
    <Dialog open onClose={onClose} title={event.title} shape="side" className="w-[min(34rem,100vw)]!">
      <div className="grid gap-5">
        <p className="font-semibold text-lg leading-6">{event.summary}</p>
        <FactList
          items={[
            [t("column.at"), <Moment key="at" at={event.at} style="full" />],
            [t("significant.recorded"), <Moment key="recorded" at={event.recorded_at} style="full" />],
            [t("significant.by"), event.recorded_by],
            [t("significant.letter"), `2.8.8 ${event.letter}`],
            ...(event.subject && !event.member_id ? [[t("column.resource"), event.subject] as const] : []),
            ...(event.member_id
              ? [
                  [
                    t("column.member"),
                    <Link
                      key="member"
                      to="/members/$id"
                      params={{ id: event.member_id }}
                      className="font-medium text-primary hover:underline"
                    >
                      {t("audit.open")}
                    </Link>,
                  ] as const,
                ]
              : []),
          ]}
        />
        {parts.map(
          ([title, fields]) =>
            fields &&
            Object.keys(fields).length > 0 && (
              <section key={title} className="grid gap-2">
                <h3 className="caps text-muted-foreground">{title}</h3>
                <FactList
                  className="rounded-lg border p-4"
                  items={Object.entries(fields).map(([name, value]) => [
                    humanize(name),
                    <span key={name} className="break-all">
                      {typeof value === "string" ? wordOf(value) : JSON.stringify(value)}
                    </span>,
                  ])}
                />
              </section>
            ),
        )}
      </div>
    </Dialog>
  );
}

/** A code such as `time_out` as words; any other text as it is. */
function wordOf(value: string): string {
  return /^[a-z]+(_[a-z]+)*$/.test(value) ? humanize(value) : value;
}

import { api, type Watchlists, type WatchlistVersion } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Badge, Button, CopyText, EmptyState, Progress, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { ListChecks, Search, Upload } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page, Section } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { ActivateDialog, LoadDialog, TryDialog, type WatchlistFormat } from "./watchlist-dialogs";

const LOADING_MS = 1500;
const IDLE_MS = 30_000;

const isMoving = (data: Watchlists | undefined) =>
  data?.versions.some((version) => version.status === "waiting" || version.status === "loading") ||
  data?.runs.some((run) => !run.finished_at);

/** Lists of people one must not deal with: their versions, loading, putting in force, trying a name. */
export default function WatchlistsPage() {
  return (
    <Gate permission="aml:view">
      <Lists />
    </Gate>
  );
}

function Lists() {
  const t = useT();
  const [open, setOpen] = useState<"load" | "try" | WatchlistVersion | null>(null);
  const lists = useQuery({
    queryKey: ["watchlists"],
    queryFn: () => api.watchlists(),
    refetchInterval: ({ state }) => (isMoving(state.data) ? LOADING_MS : IDLE_MS),
  });
  const close = () => setOpen(null);
  return (
    <Page
      title={t("nav.watchlists")}
      actions={
        <>
          <Button size="sm" variant="secondary" icon={<Search size={15} />} onClick={() => setOpen("try")}>
            {t("aml.try")}
          </Button>
          <Can permission="aml:configure">
            <Button size="sm" icon={<Upload size={15} />} onClick={() => setOpen("load")}>
              {t("aml.load")}
            </Button>
          </Can>
        </>
      }
    >
      {lists.error && !lists.data ? (
        <QueryError error={lists.error} onRetry={() => void lists.refetch()} />
      ) : lists.data ? (
        <>
          <Runs runs={lists.data.runs} />
          <Versions versions={lists.data.versions} onActivate={setOpen} />
        </>
      ) : (
        <Skeleton className="h-64 w-full" />
      )}
      {open === "load" && <LoadDialog onClose={close} />}
      {open === "try" && <TryDialog onClose={close} />}
      {open !== null && typeof open === "object" && <ActivateDialog version={open} onClose={close} />}
    </Page>
  );
}

function Runs({ runs }: { runs: Watchlists["runs"] }) {
  const t = useT();
  const latest = runs[0];
  if (!latest) return null;
  const text = t("aml.run_text", { done: latest.done, total: latest.total, hits: latest.hits });
  return (
    <section aria-label={t("aml.run")} className="grid gap-2 rounded-xl border p-4 text-[0.8125rem]">
      <p className="flex flex-wrap gap-x-2">
        <span className="font-medium">{t("aml.run")}</span>
        <span className="text-muted-foreground">
          {latest.cause} · <Moment at={latest.started_at} />
        </span>
      </p>
      {!latest.finished_at && (
        <Progress value={latest.total ? latest.done / latest.total : 0} label={t("aml.run")} />
      )}
      <p>{text}</p>
    </section>
  );
}

function Versions({
  versions,
  onActivate,
}: {
  versions: readonly WatchlistVersion[];
  onActivate: (version: WatchlistVersion) => void;
}) {
  const t = useT();
  if (versions.length === 0)
    return (
      <EmptyState icon={<ListChecks size={22} />} title={t("aml.no_lists")}>
        {t("aml.no_lists_text")}
      </EmptyState>
    );
  const codes = [...new Set(versions.map((version) => version.code))];
  return codes.map((code) => {
    const own = versions.filter((version) => version.code === code);
    return (
      <Section
        key={code}
        title={own[0]?.title ?? code}
        aside={own[0]?.is_platform ? <Badge>{t("aml.platform")}</Badge> : null}
      >
        <ul className="grid gap-3">
          {own.map((version) => (
            <Version key={version.id} version={version} onActivate={() => onActivate(version)} />
          ))}
        </ul>
      </Section>
    );
  });
}

function Version({ version, onActivate }: { version: WatchlistVersion; onActivate: () => void }) {
  const t = useT();
  const label = t("aml.version", { number: version.number });
  const mayActivate = !version.is_platform && (version.status === "ready" || version.status === "retired");
  return (
    <li className="grid gap-3 rounded-xl border p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{label}</span>
        <State group="aml" value={version.status} />
        <span className="text-[0.8125rem] text-muted-foreground">
          <Moment at={version.created_at} /> · {version.created_by}
        </span>
        {mayActivate && (
          <Can permission="aml:configure">
            <Button size="sm" variant="secondary" className="ml-auto" onClick={onActivate}>
              {t("aml.activate")}
            </Button>
          </Can>
        )}
      </div>
      {version.status === "loading" && (
        <Progress value={version.size_bytes ? version.bytes_done / version.size_bytes : 0} label={label} />
      )}
      <FactList
        items={[
          [t("aml.entries"), t("aml.entries_text", { count: version.entries, people: version.people })],
          [
            t("aml.differs"),
            t("aml.differs_text", {
              added: version.added,
              changed: version.changed,
              removed: version.removed,
            }),
          ],
          [t("aml.file"), `${version.file_name} · ${t(`aml.format.${version.format as WatchlistFormat}`)}`],
          [t("aml.sha"), <CopyText key="sha" text={version.sha256} cut={10} />],
        ]}
      />
      {version.faults > 0 && (
        <details className="text-[0.8125rem]">
          <summary className="cursor-pointer font-medium text-warning">
            {t("aml.faults", { count: version.faults })}
          </summary>
          <ul className="mt-2 grid max-h-64 gap-1 overflow-y-auto">
            {version.fault_lines.map((fault) => (
              <li key={`${fault.line} ${fault.detail}`} className="break-words">
                {fault.line > 0 && (
                  <span className="figures mr-2 text-muted-foreground">
                    {t("aml.line", { line: fault.line })}
                  </span>
                )}
                {fault.detail}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { EmptyState, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { Section } from "~/app/page";
import { State } from "~/app/state";

/** Every change of a member's state: when, from what to what, until when, why and by whom. */
export function StandingHistory({ memberId }: { memberId: string }) {
  const t = useT();
  const changes = useQuery({
    queryKey: ["member", memberId, "standings"],
    queryFn: () => api.standings(memberId),
  });
  const items = changes.data?.items;
  return (
    <Section title={t("protect.history")}>
      {changes.error && !items && <QueryError error={changes.error} onRetry={() => void changes.refetch()} />}
      {!items && !changes.error && <Skeleton className="h-24 w-full" />}
      {items?.length === 0 && (
        <div className="empty rounded-xl border">
          <EmptyState icon={<History size={22} />} title={t("protect.no_history")} className="py-8!" />
        </div>
      )}
      {items && items.length > 0 && (
        <ol className="divide-y rounded-xl border text-[0.8125rem]">
          {items.map((change) => (
            <li key={change.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-3">
              <Moment at={change.at} className="text-muted-foreground" />
              <span className="flex items-center gap-2">
                <State group="standing" value={change.before} />
                <span aria-hidden="true">→</span>
                <State group="standing" value={change.after} />
              </span>
              {change.until && (
                <span className="text-muted-foreground">
                  {t("protect.until")} <Moment at={change.until} />
                </span>
              )}
              <span className="min-w-0 flex-1 basis-48">{change.reason}</span>
              <span className="text-muted-foreground">{change.actor_name}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

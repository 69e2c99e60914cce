import { api, type ProtectionChange } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Section } from "~/app/page";
import { humanize } from "~/app/word";

const SHOWN = "50";

/** Every limit, exclusion and reality check of a member: when, by whom, from what to what, why. */
export function ProtectionHistory({ memberId }: { memberId: string }) {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ["protection-history", memberId],
    queryFn: () => api.protectionHistory(memberId, { limit: SHOWN }),
  });
  return (
    <Section title={t("protect.changes")}>
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-32 w-full" />
      ) : data.items.length === 0 ? (
        <p className="text-[0.8125rem] text-muted-foreground">{t("protect.no_changes")}</p>
      ) : (
        <ol className="grid gap-px overflow-hidden rounded-xl border bg-border text-[0.8125rem]">
          {data.items.map((change) => (
            <Change key={change.id} change={change} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Change({ change }: { change: ProtectionChange }) {
  const after = told(change.after);
  const before = told(change.before);
  return (
    <li className="grid gap-1 bg-card px-4 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{humanize(change.act.replace(".", " "))}</span>
        <span className="text-muted-foreground text-xs">
          {change.actor_name || humanize(change.actor_kind)} · <Moment at={change.at} style="full" />
        </span>
      </p>
      {(before || after) && (
        <p className="break-words">
          {before && (
            <>
              <del className="text-muted-foreground">{before}</del> →{" "}
            </>
          )}
          {after}
        </p>
      )}
      {change.reason && <p className="text-muted-foreground">{change.reason}</p>}
    </li>
  );
}

/** The fields that say something, in one line. */
function told(fields: ProtectionChange["after"]): string {
  return Object.entries(fields ?? {})
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${humanize(name)}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}

import { type OwnSession, ownApi } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, RelativeTime, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Device } from "~/app/device";
import { Section } from "~/app/page";

const KEY = ["own-sessions"];

/** Where one is signed in oneself; all but the present one can be ended here. */
export function OwnSessions() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: ownApi.sessions });
  const end = useMutation({
    mutationFn: (id: string | null) => (id ? ownApi.endSession(id) : ownApi.endOtherSessions()),
    onSuccess: () => toast(t("own.session_ended"), "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const others = data?.items.filter((each) => !each.current) ?? [];
  return (
    <Section
      title={t("own.sessions")}
      aside={
        others.length > 0 && (
          <Button
            variant="outline"
            size="sm"
            busy={end.isPending && end.variables === null}
            onClick={() => end.mutate(null)}
          >
            {t("own.end_others")}
          </Button>
        )
      }
    >
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-32 rounded-xl" />}
      {data && (
        <ul aria-label={t("own.sessions")} className="grid divide-y rounded-xl border">
          {data.items.map((session) => (
            <Session
              key={session.id}
              session={session}
              busy={end.isPending && end.variables === session.id}
              onEnd={() => end.mutate(session.id)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Session({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  const t = useT();
  return (
    <li className="flex items-center gap-3 p-4 text-sm">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2">
          <Device agent={session.device} className="font-medium" />
          {session.current && <Badge tone="success">{t("own.this_device")}</Badge>}
        </p>
        <p className="text-[0.8125rem] text-muted-foreground">
          {session.address} · {t("own.since")} <Moment at={session.created_at} /> · {t("own.seen")}{" "}
          <RelativeTime at={session.last_seen_at} />
        </p>
      </div>
      {!session.current && (
        <Button size="sm" variant="outline" busy={busy} onClick={onEnd}>
          {t("own.end")}
        </Button>
      )}
    </li>
  );
}

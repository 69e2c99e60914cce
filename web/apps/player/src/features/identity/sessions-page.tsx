import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, RelativeTime, useErrorText } from "@stakehouse/kit";
import { readDevice } from "@stakehouse/kit/device";
import { Badge, Button, Card, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { Page } from "~/app/page";

const EXPECTED = 2;

/** Where one is signed in; any of it can be ended here. */
export default function SessionsPage() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery({ queryKey: ["sessions"], queryFn: api.sessions });
  const end = useMutation({
    mutationFn: (id: string | null) => (id ? api.endSession(id) : api.endOtherSessions()),
    onSuccess: () => toast(t("sessions.ended"), "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  const others = data?.items.filter((session) => !session.current) ?? [];
  return (
    <Page
      title={t("sessions.title")}
      lead={t("sessions.lead")}
      narrow
      aside={
        others.length > 0 && (
          <Button
            variant="outline"
            size="sm"
            busy={end.isPending && end.variables === null}
            onClick={() => end.mutate(null)}
          >
            {t("sessions.end_others")}
          </Button>
        )
      }
    >
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      <ul className="grid grid-cols-1 gap-3">
        {!data &&
          !error &&
          Array.from({ length: EXPECTED }, (_, at) => at).map((at) => (
            <Skeleton key={at} className="h-20 rounded-xl" />
          ))}
        {data?.items.map((session) => {
          const { browser, system, isPhone } = readDevice(session.device);
          const Icon = isPhone ? Smartphone : Monitor;
          return (
            <li key={session.id}>
              <Card className="flex items-center gap-4 p-4">
                <Icon size={22} className="shrink-0 text-muted-foreground" aria-hidden="true" />
                <div className="min-w-0 flex-1 text-sm">
                  <p className="flex flex-wrap items-center gap-2 font-medium text-base">
                    <span className="truncate">
                      {system ? t("sessions.device", { browser, system }) : browser}
                    </span>
                    {session.current && <Badge tone="success">{t("sessions.current")}</Badge>}
                  </p>
                  <p className="text-muted-foreground">
                    {session.address} · {t("sessions.since")} <Moment at={session.created_at} /> ·{" "}
                    {t("sessions.seen")} <RelativeTime at={session.last_seen_at} />
                  </p>
                </div>
                {!session.current && (
                  <Button
                    variant="outline"
                    size="sm"
                    busy={end.isPending && end.variables === session.id}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t("sessions.end")}
                  </Button>
                )}
              </Card>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

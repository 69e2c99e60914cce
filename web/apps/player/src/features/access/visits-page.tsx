import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Card, EmptyState, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { Page } from "~/app/page";

/** Who of support looked at the account, when and why. */
export default function VisitsPage() {
  const t = useT();
  const { data, error, refetch } = useQuery({ queryKey: ["visits"], queryFn: api.visits });
  return (
    <Page title={t("visits.title")} lead={t("visits.lead")} narrow>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24 rounded-xl" />}
      {data?.items.length === 0 && <EmptyState icon={<Eye size={22} />} title={t("visits.empty")} />}
      <ul className="grid grid-cols-1 gap-3">
        {data?.items.map((visit) => (
          <li key={visit.id}>
            <Card className="grid gap-1 p-4 text-sm">
              <p className="font-medium text-base">{visit.staff}</p>
              <p>{visit.reason}</p>
              <p className="text-muted-foreground">
                <Moment at={visit.created_at} style="full" /> –{" "}
                <Moment at={visit.ended_at ?? visit.expires_at} style="full" />
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}

import type { LimitKind, LimitPeriod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Callout, Card, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { Page } from "~/app/page";
import { LimitRow } from "./limit-row";
import { limitsQuery } from "./limits-query";

const KINDS: readonly LimitKind[] = ["deposit", "loss", "wager"];
const PERIODS: readonly LimitPeriod[] = ["day", "week", "month"];

/** One's own limits: lower at once, higher only after a wait and a second yes. */
export default function LimitsPage() {
  const t = useT();
  const { data, error, refetch } = useQuery(limitsQuery);
  return (
    <Page title={t("limits.title")} lead={t("limits.lead")} narrow>
      <Callout tone="primary" icon={<Hourglass size={18} />}>
        {t("limits.rule")}
      </Callout>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {KINDS.map((kind) => (
        <section key={kind} aria-labelledby={`limit-${kind}`} className="grid gap-3">
          <header>
            <h2 id={`limit-${kind}`} className="display text-2xl">
              {t(`limits.kind.${kind}`)}
            </h2>
            <p className="text-muted-foreground text-sm">{t(`limits.kind.${kind}.text`)}</p>
          </header>
          {!data && !error && <Skeleton className="h-48 rounded-xl" />}
          {data && (
            <Card className="divide-y">
              {PERIODS.map((period) => (
                <LimitRow
                  key={period}
                  kind={kind}
                  period={period}
                  limit={data.items.find((each) => each.kind === kind && each.period === period)}
                />
              ))}
            </Card>
          )}
        </section>
      ))}
    </Page>
  );
}

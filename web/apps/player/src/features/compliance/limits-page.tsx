import type { LimitKind, LimitPeriod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Callout, Card, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { Page } from "~/app/page";
import { LimitRow } from "./limit-row";
import { limitsQuery } from "./limits-query";
import { RealityInterval, TimeLimits } from "./time-limits";

const KINDS = ["deposit", "loss", "wager"] as const satisfies readonly LimitKind[];
const PERIODS: readonly LimitPeriod[] = ["day", "week", "month"];

/** One's own limits: lower at once, higher only after a wait and a second yes. */
export default function LimitsPage() {
  const t = useT();
  const { data, error, refetch } = useQuery(limitsQuery);
  // Without the limits their headings would stand over nothing.
  const shown = error && !data ? [] : KINDS;
  return (
    <Page title={t("limits.title")} lead={t("limits.lead")} narrow>
      <Callout tone="primary" icon={<Hourglass size={18} />}>
        {t("limits.rule")}
      </Callout>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {shown.map((kind) => (
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
      {(data || !error) && (
        <section aria-labelledby="limit-time" className="grid gap-3">
          <header>
            <h2 id="limit-time" className="display text-2xl">
              {t("limits.kind.session_time")}
            </h2>
            <p className="text-muted-foreground text-sm">{t("limits.kind.session_time.text")}</p>
          </header>
          {data ? <TimeLimits limits={data.items} /> : <Skeleton className="h-64 rounded-xl" />}
        </section>
      )}
      <section aria-labelledby="limit-reality" className="grid gap-3">
        <header>
          <h2 id="limit-reality" className="display text-2xl">
            {t("reality.heading")}
          </h2>
          <p className="text-muted-foreground text-sm">{t("reality.heading_text")}</p>
        </header>
        <RealityInterval />
      </section>
    </Page>
  );
}

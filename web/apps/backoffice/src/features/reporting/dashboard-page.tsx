import type { Dashboard } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money, QueryError, RelativeTime } from "@stakehouse/kit";
import { Segmented, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Page } from "~/app/page";
import { Gate } from "~/app/permissions";
import { dashboardQuery, tenantQuery } from "~/app/queries";
import { changeOf } from "./delta";
import { Queues } from "./queues";
import { Tile } from "./tile";
import { TopGames } from "./top-games";

const DayChart = lazy(() => import("./day-chart"));

const route = getRouteApi("/desk/");

/** The day so far, against the same time a week ago, and what waits for somebody. */
export default function DashboardPage() {
  return (
    <Gate permission="dashboard:view">
      <Today />
    </Gate>
  );
}

function Today() {
  const t = useT();
  const navigate = route.useNavigate();
  const { currency } = route.useSearch();
  const { data: tenant } = useQuery(tenantQuery);
  const { data, error, refetch } = useQuery(dashboardQuery(currency));
  const shown = data?.currency ?? currency ?? tenant?.default_currency ?? "";
  const money = tenant?.currencies.filter((one) => one.kind !== "points") ?? [];
  return (
    <Page
      title={t("nav.dashboard")}
      beside={
        data && (
          <span className="text-muted-foreground text-xs">
            {t("dashboard.as_of")} <RelativeTime at={data.as_of} />
          </span>
        )
      }
      actions={
        money.length > 1 && (
          <Segmented
            label={t("dashboard.currency")}
            value={shown}
            onChange={(code) => void navigate({ search: { currency: code } })}
            options={money.map((one) => ({ value: one.code, label: one.code }))}
            className="[&>label]:min-h-7!"
          />
        )
      }
    >
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Figures data={data} currency={shown} />
          <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
            <Suspense fallback={<Skeleton className="h-106 w-full" />}>
              <DayChart data={data} />
            </Suspense>
            <div className="grid min-w-0 grid-cols-1 gap-6 max-xl:order-first">
              <Queues data={data} />
              <TopGames data={data} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

function Figures({ data, currency }: { data: Dashboard | undefined; currency: string }) {
  const t = useT();
  const sum = (name: "wagered" | "won" | "ggr" | "deposits" | "withdrawals") => ({
    children: data && <Money amount={data.today[name]} currency={currency} />,
    before: data && <Money amount={data.last_week[name]} currency={currency} />,
    change: data ? changeOf(data.today[name], data.last_week[name]) : null,
  });
  const count = (name: "bets" | "active_members" | "new_members") => ({
    children: data && <Count value={data.today[name]} />,
    before: data && <Count value={data.last_week[name]} />,
    change: data ? changeOf(data.today[name], data.last_week[name]) : null,
  });
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border bg-border xl:grid-cols-4">
      <Tile label={t("dashboard.ggr")} rising="good" {...sum("ggr")} />
      <Tile label={t("dashboard.wagered")} link={{ to: "/rounds" }} {...sum("wagered")} />
      <Tile label={t("dashboard.won")} link={{ to: "/rounds" }} {...sum("won")} />
      <Tile label={t("dashboard.bets")} link={{ to: "/rounds" }} {...count("bets")} />
      <Tile label={t("dashboard.deposits")} rising="good" link={{ to: "/deposits" }} {...sum("deposits")} />
      <Tile label={t("dashboard.withdrawals")} link={{ to: "/withdrawals" }} {...sum("withdrawals")} />
      <Tile label={t("dashboard.active_members")} link={{ to: "/members" }} {...count("active_members")} />
      <Tile label={t("dashboard.new_members")} link={{ to: "/members" }} {...count("new_members")} />
    </dl>
  );
}

function Count({ value }: { value: number }) {
  const t = useT();
  return <>{t("count", { value })}</>;
}

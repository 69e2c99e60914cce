import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Money, QueryError } from "@stakehouse/kit";
import { buttonClass, Callout, Card, CopyText, KeyValues, Skeleton } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { Page } from "~/app/page";
import { walletQuery } from "~/app/queries";
import { PaymentTimeline } from "./payment-timeline";
import { isDone, isFinal, PaymentStatus } from "./status";

const POLL_MS = 2000;
const route = getRouteApi("/member/wallet/deposits/$id");

/** Where a person comes back to from the payment service; it looks again until the deposit is final. */
export default function DepositStatusPage() {
  const t = useT();
  const queries = useQueryClient();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["deposits", id],
    queryFn: () => api.depositById(id),
    refetchInterval: ({ state }) => (state.data && isFinal(state.data.status) ? false : POLL_MS),
  });
  const done = data ? isDone(data.status) : false;
  useEffect(() => {
    if (done) void queries.invalidateQueries({ queryKey: walletQuery.queryKey });
  }, [done, queries]);
  return (
    <Page title={t("payments.deposit")} narrow aside={data && <PaymentStatus status={data.status} />}>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-72 rounded-xl" />}
      {data && (
        <Card className="grid gap-6 p-5">
          <p role="status" className="grid gap-1">
            <Money amount={data.amount} currency={data.currency} className="display text-6xl" />
            <span className="text-muted-foreground">
              {t(
                done
                  ? "payments.deposit.done"
                  : isFinal(data.status)
                    ? "payments.deposit.failed"
                    : "payments.deposit.waiting",
              )}
            </span>
          </p>
          {data.instructions && (
            <Callout tone="primary">
              <KeyValues
                items={Object.entries(data.instructions).map(([name, text]) => [name, String(text)] as const)}
              />
            </Callout>
          )}
          <PaymentTimeline payment={data} />
          <KeyValues
            className="border-t pt-4"
            items={[
              [
                t("payments.method"),
                <span key="method" className="capitalize">
                  {data.method}
                </span>,
              ],
              [t("payments.number"), <CopyText key="id" text={data.id} cut={8} />],
            ]}
          />
          <div className="flex flex-wrap gap-3">
            {!isFinal(data.status) && data.redirect_url && (
              <a href={data.redirect_url} className={buttonClass("primary")}>
                {t("payments.deposit.continue")}
              </a>
            )}
            <Link to={done ? "/" : "/wallet"} className={buttonClass(done ? "primary" : "outline")}>
              {t(done ? "payments.to_lobby" : "payments.to_wallet")}
            </Link>
          </div>
        </Card>
      )}
    </Page>
  );
}

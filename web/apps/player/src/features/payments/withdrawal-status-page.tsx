import { Intent } from "@stakehouse/api";
import { api, type Withdrawal } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney, Money, QueryError, useErrorText } from "@stakehouse/kit";
import {
  Button,
  buttonClass,
  Card,
  ConfirmDialog,
  CopyText,
  KeyValues,
  Skeleton,
  toast,
} from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Page } from "~/app/page";
import { PaymentTimeline } from "./payment-timeline";
import { isDone, isFinal, PaymentStatus } from "./status";

const POLL_MS = 5000;
const CANCELLABLE = ["requested", "in_review"];
const route = getRouteApi("/member/wallet/withdrawals/$id");

/** A withdrawal on its way: requested, held, approved, sent, with what can still be undone. */
export default function WithdrawalStatusPage() {
  const t = useT();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["withdrawals", id],
    queryFn: () => api.withdrawalById(id),
    refetchInterval: ({ state }) => (state.data && isFinal(state.data.status) ? false : POLL_MS),
  });
  return (
    <Page title={t("payments.withdrawal")} narrow aside={data && <PaymentStatus status={data.status} />}>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-72 rounded-xl" />}
      {data && (
        <Card className="grid gap-6 p-5">
          <p role="status" className="grid gap-1">
            <Money amount={data.amount} currency={data.currency} className="display text-6xl" />
            <span className="text-muted-foreground">
              {t(
                isDone(data.status)
                  ? "payments.withdraw.done"
                  : isFinal(data.status)
                    ? "payments.withdraw.back"
                    : "payments.withdraw.held",
              )}
            </span>
          </p>
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
              [t("payments.destination"), data.destination_masked],
              [t("payments.number"), <CopyText key="id" text={data.id} cut={8} />],
            ]}
          />
          <div className="flex flex-wrap gap-3">
            <Link to="/wallet" className={buttonClass("outline")}>
              {t("payments.to_wallet")}
            </Link>
            {CANCELLABLE.includes(data.status) && <CancelButton payment={data} />}
          </div>
        </Card>
      )}
    </Page>
  );
}

function CancelButton({ payment }: { payment: Withdrawal }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const intent = useRef(new Intent());
  const [asked, setAsked] = useState(false);
  const amount = formatMoney(payment.amount, payment.currency);
  const cancel = useMutation({
    mutationFn: () => api.cancelWithdrawal(payment.id, intent.current),
    onSuccess: () => toast(t("payments.cancel.done", { amount }), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: async () => {
      setAsked(false);
      await Promise.all(
        ["wallet", "withdrawals", "transactions"].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  return (
    <>
      <Button variant="ghost" className="text-danger" onClick={() => setAsked(true)}>
        {t("payments.cancel")}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => cancel.mutate()}
        busy={cancel.isPending}
        title={t("payments.cancel.title")}
        confirm={t("payments.cancel")}
        dismiss={t("payments.cancel.keep")}
        danger
      >
        <p>{t("payments.cancel.body", { amount })}</p>
      </ConfirmDialog>
    </>
  );
}

import { Intent } from "@stakehouse/api";
import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, formatMoney, parseAmount, QueryError, useForm } from "@stakehouse/kit";
import { Button, Card, EmptyState, Skeleton } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { useCurrency } from "~/app/currency";
import { FormFailure } from "~/app/form-failure";
import { AmountInput } from "./amount-input";
import { boundsOf, MethodChoice } from "./method-choice";

const QUICK = ["20", "50", "100", "250"];

interface DepositFormProps {
  before: ReactNode;
  /** The law has a question answered before a deposit. */
  onUnanswered: () => void;
}

/** Chooses method and amount and hands over to the payment service; what may be deposited is told first. */
export function DepositForm({ before, onUnanswered }: DepositFormProps) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const intent = useRef(new Intent());
  const { code, scale } = useCurrency();
  const methods = useQuery({
    queryKey: ["payment-methods", "deposit"],
    queryFn: () => api.paymentMethods("deposit"),
  });
  const offered = methods.data?.items.filter((method) => method.currencies.includes(code)) ?? [];
  const fit = (whole: string) => parseAmount(whole, scale) ?? whole;

  const form = useForm({
    initial: { amount: fit("50"), method: "" },
    validate: ({ amount }) => ({ amount: checkAmount(amount) }),
    explain: (refusal) => {
      if (refusal === "deposit_limit_unanswered") onUnanswered();
      return refusal === "limit_reached" ? t("payments.error.limit") : null;
    },
    submit: async ({ amount }) => {
      const method = chosen?.method ?? "";
      const body = { amount: parseAmount(amount, scale) ?? amount, currency: code, method };
      const deposit = await api.deposit(body, intent.current);
      void queries.invalidateQueries({ queryKey: ["deposits"] });
      if (deposit.redirect_url && new URL(deposit.redirect_url, location.href).origin !== location.origin) {
        location.assign(deposit.redirect_url);
        return;
      }
      await navigate({ to: "/wallet/deposits/$id", params: { id: deposit.id } });
    },
  });
  const chosen = offered.find((method) => method.method === form.values.method) ?? offered[0];

  function checkAmount(typed: string): string | undefined {
    const amount = parseAmount(typed, scale);
    if (!amount) return t("payments.error.amount");
    if (!chosen) return undefined;
    const { min_amount, max_amount } = boundsOf(chosen, code);
    const outside = compareAmounts(amount, min_amount) < 0 || compareAmounts(amount, max_amount) > 0;
    const bounds = { low: formatMoney(min_amount, code), high: formatMoney(max_amount, code) };
    return outside ? t("play.bounds", bounds) : undefined;
  }

  if (methods.error && !methods.data)
    return <QueryError error={methods.error} onRetry={() => void methods.refetch()} />;
  if (!methods.data) return <Skeleton className="h-80 rounded-xl" />;
  if (!offered.length) return <EmptyState title={t("payments.no_methods", { currency: code })} />;
  const amount = parseAmount(form.values.amount, scale);
  return (
    <Card className="p-5">
      <form {...form.props} className="grid gap-5">
        <FormFailure failure={form.failure} />
        {before}
        <AmountInput
          label={t("payments.amount")}
          value={form.values.amount}
          currency={code}
          quick={QUICK.map(fit)}
          error={form.errors.amount}
          onChange={(typed) => form.set("amount", typed)}
        />
        <MethodChoice
          methods={offered}
          chosen={chosen?.method ?? ""}
          currency={code}
          onChoose={(method) => form.set("method", method)}
        />
        <Button type="submit" size="lg" busy={form.busy}>
          {amount
            ? t("payments.deposit_amount", { amount: formatMoney(amount, code) })
            : t("payments.deposit")}
        </Button>
        <p className="text-center text-muted-foreground text-sm">{t("payments.deposit.note")}</p>
      </form>
    </Card>
  );
}

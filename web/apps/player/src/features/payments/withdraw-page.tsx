import { Intent } from "@stakehouse/api";
import { api, type Eligibility } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import {
  compareAmounts,
  formatMoney,
  fromMinor,
  Money,
  parseAmount,
  QueryError,
  toMinor,
  useForm,
} from "@stakehouse/kit";
import { Button, Callout, Card, Field, Input, Skeleton } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Info } from "lucide-react";
import { useRef } from "react";
import { useCurrency } from "~/app/currency";
import { FormFailure } from "~/app/form-failure";
import { Page } from "~/app/page";
import { AmountInput } from "./amount-input";
import { MethodChoice } from "./method-choice";

/** Money out: first what can be taken and why not more, then how much and where to. */
export default function WithdrawPage() {
  const t = useT();
  const { code } = useCurrency();
  const eligibility = useQuery({ queryKey: ["eligibility", code], queryFn: () => api.eligibility(code) });
  const { data, error } = eligibility;
  return (
    <Page title={t("payments.withdraw")} narrow>
      {error && !data && <QueryError error={error} onRetry={() => void eligibility.refetch()} />}
      {!data && !error && <Skeleton className="h-96 rounded-xl" />}
      {data && <Available eligibility={data} />}
      {data?.allowed && <WithdrawForm key={code} eligibility={data} />}
    </Page>
  );
}

function Available({ eligibility }: { eligibility: Eligibility }) {
  const t = useT();
  const { available, locked, currency, allowed, reasons } = eligibility;
  return (
    <Card className="grid gap-4 p-5">
      <div className="grid grid-cols-2 gap-4">
        <div className="grid gap-1">
          <span className="caps text-muted-foreground">{t("payments.available")}</span>
          <Money amount={available} currency={currency} className="display text-4xl" />
        </div>
        <div className="grid gap-1">
          <span className="caps text-muted-foreground">{t("wallet.locked")}</span>
          <Money amount={locked} currency={currency} className="display text-4xl text-muted-foreground" />
        </div>
      </div>
      {reasons.length > 0 && (
        <Callout
          tone={allowed ? "neutral" : "warning"}
          icon={<Info size={18} />}
          title={t(allowed ? "payments.why_less" : "payments.why_not")}
        >
          <ul className="grid gap-1">
            {reasons.map((reason) => (
              <li key={reason.code}>{reason.detail}</li>
            ))}
          </ul>
        </Callout>
      )}
    </Card>
  );
}

function WithdrawForm({ eligibility }: { eligibility: Eligibility }) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const intent = useRef(new Intent());
  const { code, scale } = useCurrency();
  const { available, min_amount, max_amount } = eligibility;
  const most = compareAmounts(available, max_amount) < 0 ? available : max_amount;
  const methods = useQuery({
    queryKey: ["payment-methods", "withdrawal"],
    queryFn: () => api.paymentMethods("withdrawal"),
  });
  const offered = methods.data?.items.filter((method) => method.currencies.includes(code)) ?? [];

  const form = useForm({
    initial: { amount: "", method: "", account: "" },
    validate: ({ amount: typed, account }) => {
      const amount = parseAmount(typed, scale);
      const bounds = { low: formatMoney(min_amount, code), high: formatMoney(most, code) };
      const outside = amount && (compareAmounts(amount, min_amount) < 0 || compareAmounts(amount, most) > 0);
      return {
        amount: amount ? (outside ? t("play.bounds", bounds) : undefined) : t("payments.error.amount"),
        account: account.trim() ? undefined : t("field.required"),
      };
    },
    submit: async ({ amount: typed, account }) => {
      const body = {
        amount: parseAmount(typed, scale) ?? typed,
        currency: code,
        method: chosen?.method ?? "",
        destination: { account: account.trim() },
      };
      const withdrawal = await api.withdraw(body, intent.current);
      await Promise.all(
        ["wallet", "withdrawals", "transactions", "eligibility"].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      );
      await navigate({ to: "/wallet/withdrawals/$id", params: { id: withdrawal.id } });
    },
  });
  const chosen = offered.find((method) => method.method === form.values.method) ?? offered[0];
  const units = toMinor(most, scale);
  const quick = [units / 4n, units / 2n, units]
    .filter((part) => part > 0n)
    .map((part) => fromMinor(part, scale));
  const amount = parseAmount(form.values.amount, scale);

  return (
    <Card className="p-5">
      <form {...form.props} className="grid gap-5">
        <FormFailure failure={form.failure} />
        <AmountInput
          label={t("payments.amount")}
          value={form.values.amount}
          currency={code}
          quick={quick}
          error={form.errors.amount}
          onChange={(typed) => form.set("amount", typed)}
        />
        {methods.isPending ? (
          <Skeleton className="h-20 rounded-xl" />
        ) : (
          <MethodChoice
            methods={offered}
            chosen={chosen?.method ?? ""}
            currency={code}
            onChoose={(method) => form.set("method", method)}
          />
        )}
        <Field
          label={t("payments.destination")}
          hint={t("payments.destination.hint")}
          error={form.errors.account}
        >
          <Input {...form.text("account")} autoComplete="off" spellCheck={false} />
        </Field>
        <Button type="submit" size="lg" busy={form.busy} disabled={!chosen}>
          {amount
            ? t("payments.withdraw_amount", { amount: formatMoney(amount, code) })
            : t("payments.withdraw")}
        </Button>
        <p className="text-center text-muted-foreground text-sm">{t("payments.withdraw.note")}</p>
      </form>
    </Card>
  );
}

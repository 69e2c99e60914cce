import { Intent } from "@stakehouse/api";
import { type Adjustment, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { addAmounts, compareAmounts, Money, negate, parseAmount, useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Input, Segmented, Select, Textarea, toast } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useRef } from "react";
import { tenantQuery } from "~/app/queries";
import { useWord } from "~/app/word";

const KINDS: readonly Adjustment["account_kind"][] = ["main", "bonus", "referral"];
const REASON_LETTERS = 10;

interface AdjustDialogProps {
  member: { id: string; username: string; currency: string };
  accounts: readonly { kind: string; currency: string; balance: string }[];
  onClose: () => void;
}

/** Asks for a correction of a balance; above the house's threshold a second person decides. */
export function AdjustDialog({ member, accounts, onClose }: AdjustDialogProps) {
  const t = useT();
  const word = useWord();
  const queries = useQueryClient();
  const intent = useRef(new Intent());
  const { data: tenant } = useQuery(tenantQuery);
  const money = tenant?.currencies.filter((currency) => currency.kind !== "points") ?? [];
  const form = useForm({
    initial: {
      direction: "credit" as "credit" | "debit",
      account_kind: "main" as Adjustment["account_kind"],
      currency: member.currency,
      amount: "",
      reason: "",
    },
    validate: (values) => ({
      amount: amountOf(values) === null ? t("adjust.amount_needed") : undefined,
      reason: values.reason.trim().length < REASON_LETTERS ? t("adjust.reason_needed") : undefined,
    }),
    submit: async (values) => {
      const amount = amountOf(values) ?? "";
      const answer = await api.adjust(
        {
          member_id: member.id,
          account_kind: values.account_kind,
          currency: values.currency,
          amount,
          reason: values.reason.trim(),
        },
        intent.current,
      );
      const waits = "content_hash" in answer;
      toast(t(waits ? "adjust.waits" : "adjust.done"), "success");
      for (const key of ["approvals", "dashboard", "member", `transactions.${member.id}`])
        void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
    explain: (code) => (code === "insufficient_funds" ? t("adjust.too_much") : null),
  });

  function amountOf(values: { direction: string; currency: string; amount: string }): string | null {
    const scale = money.find((currency) => currency.code === values.currency)?.scale ?? 2;
    const typed = parseAmount(values.amount, scale);
    if (typed === null || compareAmounts(typed, "0") === 0) return null;
    return values.direction === "debit" ? negate(typed) : typed;
  }

  const { values } = form;
  const amount = amountOf(values);
  const balance = accounts.find(
    (account) => account.kind === values.account_kind && account.currency === values.currency,
  )?.balance;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("adjust.title", { name: member.username })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("adjust.submit")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <Segmented
          label={t("adjust.direction")}
          value={values.direction}
          onChange={(direction) => form.set("direction", direction)}
          options={[
            { value: "credit", label: t("adjust.credit") },
            { value: "debit", label: t("adjust.debit") },
          ]}
        />
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("column.account")}>
            <Select
              name="account_kind"
              value={values.account_kind}
              onChange={(event) => form.set("account_kind", event.target.value as Adjustment["account_kind"])}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {word("account_kind", kind)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("column.currency")}>
            <Select {...form.text("currency")}>
              {money.map((currency) => (
                <option key={currency.code}>{currency.code}</option>
              ))}
            </Select>
          </Field>
        </div>
        <Field label={t("column.amount")} error={form.errors.amount}>
          <Input {...form.text("amount")} inputMode="decimal" autoComplete="off" data-autofocus="" />
        </Field>
        {balance && amount && (
          <p
            role="status"
            className="flex flex-wrap items-baseline gap-x-2 rounded-lg bg-muted px-3.5 py-2.5"
          >
            <Money amount={balance} currency={values.currency} />
            <span aria-hidden="true">→</span>
            <Money
              amount={addAmounts(balance, amount)}
              currency={values.currency}
              className="font-semibold"
            />
            <span className="text-muted-foreground text-xs">{t("adjust.preview")}</span>
          </p>
        )}
        <Field label={t("reason.label")} hint={t("adjust.reason_hint")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} />
        </Field>
        <p className="text-muted-foreground text-xs">{t("adjust.four_eyes")}</p>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

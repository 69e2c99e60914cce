import { api, type LimitKind, type LimitPeriod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, parseAmount, useForm } from "@stakehouse/kit";
import { Button, Dialog, Field, Input, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useCurrency } from "~/app/currency";
import { FormFailure } from "~/app/form-failure";

interface LimitDialogProps {
  open: boolean;
  onClose: () => void;
  kind: LimitKind;
  period: LimitPeriod;
  current: string | null;
  currency: string;
}

/** Sets, lowers, raises or asks to remove a limit, and says when it will hold. */
export function LimitDialog({ open, onClose, kind, period, current, currency }: LimitDialogProps) {
  const t = useT();
  const title = `${t(`limits.kind.${kind}`)} · ${t(`limits.period.${period}`)}`;
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <LimitForm onClose={onClose} kind={kind} period={period} current={current} currency={currency} />
    </Dialog>
  );
}

function LimitForm({ onClose, kind, period, current, currency }: Omit<LimitDialogProps, "open">) {
  const t = useT();
  const queries = useQueryClient();
  const { all } = useCurrency();
  const scale = all.find((each) => each.code === currency)?.scale ?? 2;

  async function put(amount: string | null): Promise<void> {
    await api.setLimit(kind, period, { amount, currency });
    await queries.invalidateQueries({ queryKey: ["limits"] });
    const waits = current !== null && (amount === null || compareAmounts(amount, current) > 0);
    toast(t(waits ? "limits.saved_later" : "limits.saved"), "success");
    onClose();
  }

  const form = useForm({
    initial: { amount: current ?? "" },
    validate: ({ amount }) => ({
      amount: parseAmount(amount, scale) ? undefined : t("payments.error.amount"),
    }),
    submit: ({ amount }) => put(parseAmount(amount, scale)),
  });
  const removal = useForm({ initial: {}, submit: () => put(null) });
  const typed = parseAmount(form.values.amount, scale);
  const raises = current !== null && typed !== null && compareAmounts(typed, current) > 0;
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure ?? removal.failure} />
      <Field
        label={t("limits.amount")}
        error={form.errors.amount}
        hint={t(raises ? "limits.raise_hint" : "limits.lower_hint")}
      >
        <Input
          {...form.text("amount")}
          inputMode="decimal"
          autoComplete="off"
          start={currency}
          data-autofocus
        />
      </Field>
      <div className="flex flex-wrap justify-between gap-3">
        {current !== null ? (
          <Button variant="ghost" busy={removal.busy} onClick={() => void removal.send()}>
            {t("limits.remove")}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" busy={form.busy}>
          {t(raises ? "limits.ask_raise" : "action.save")}
        </Button>
      </div>
    </form>
  );
}

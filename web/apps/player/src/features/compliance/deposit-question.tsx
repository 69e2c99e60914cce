import { type DepositPrompt, type PromptPeriod, type PromptSource, promptApi } from "@stakehouse/api/prompt";
import { useT } from "@stakehouse/i18n";
import { parseAmount, useForm } from "@stakehouse/kit";
import { Button, Card, Field, Input, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useCurrency } from "~/app/currency";
import { FormFailure } from "~/app/form-failure";
import { Choices } from "./choices";

const PERIODS: readonly PromptPeriod[] = ["day", "week", "month"];

interface DepositQuestionProps {
  prompt: DepositPrompt;
  source: PromptSource;
  /** Once the answer is kept. */
  onAnswered: () => void;
  /** A further way out, beside the answers. */
  later?: ReactNode;
}

/** Asks for a deposit limit: an amount and a period of one's own, nothing chosen before, or none in so many words. */
export function DepositQuestion({ prompt, source, onAnswered, later }: DepositQuestionProps) {
  const t = useT();
  const queries = useQueryClient();
  const { all } = useCurrency();
  const { currency } = prompt;
  const scale = all.find((each) => each.code === currency)?.scale ?? 2;

  async function keep(given: Promise<DepositPrompt>, said: string): Promise<void> {
    queries.setQueryData(["deposit-prompt", currency], await given);
    void queries.invalidateQueries({ queryKey: ["deposit-prompt"] });
    void queries.invalidateQueries({ queryKey: ["limits"] });
    toast(said, "success");
    onAnswered();
  }

  const form = useForm({
    initial: { period: "" as PromptPeriod | "", amount: "" },
    validate: ({ period, amount }) => ({
      period: period ? undefined : t("prompt.error.period"),
      amount: parseAmount(amount, scale) ? undefined : t("prompt.error.amount"),
    }),
    submit: async ({ period, amount }) => {
      const wish = parseAmount(amount, scale);
      if (!period || !wish) return;
      const answer = promptApi.answer({ answer: "limit", period, amount: wish, currency, source });
      await keep(answer, t("limits.saved"));
    },
  });
  const none = useForm({
    initial: {},
    submit: () => keep(promptApi.answer({ answer: "none", currency, source }), t("prompt.none_kept")),
  });
  const busy = form.busy || none.busy;
  return (
    <Card className="p-5">
      <form {...form.props} className="grid gap-5">
        <FormFailure failure={form.failure ?? none.failure} />
        <p className="text-muted-foreground">
          {t(prompt.prompt === "required" ? "prompt.text.required" : "prompt.text.offered")}
        </p>
        <div className="grid gap-2">
          <p className="font-medium text-sm" aria-hidden="true">
            {t("prompt.period")}
          </p>
          <Choices
            label={t("prompt.period")}
            value={form.values.period}
            onChange={(period) => form.set("period", period)}
            options={PERIODS.map((period) => [period, t(`limits.period.${period}`)] as const)}
          />
          {form.errors.period && (
            <p role="alert" className="text-danger text-sm">
              {form.errors.period}
            </p>
          )}
        </div>
        <Field label={t("limits.amount")} error={form.errors.amount} hint={t("prompt.hint")}>
          <Input {...form.text("amount")} inputMode="decimal" autoComplete="off" start={currency} />
        </Field>
        <div className="grid gap-3 sm:grid-flow-col sm:auto-cols-fr">
          <Button type="submit" size="lg" busy={form.busy} disabled={none.busy}>
            {t("prompt.set")}
          </Button>
          {prompt.prompt !== "required" && (
            <Button
              size="lg"
              variant="secondary"
              busy={none.busy}
              disabled={busy}
              onClick={() => void none.send()}
            >
              {t("prompt.none")}
            </Button>
          )}
        </div>
        {later}
      </form>
    </Card>
  );
}

import { useT } from "@stakehouse/i18n";
import { Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useCurrency } from "~/app/currency";
import { depositPromptQuery } from "~/app/deposit-prompt";
import { Page } from "~/app/page";
import { DepositQuestion } from "~/features/compliance/deposit-question";
import { LimitLine } from "~/features/compliance/limit-line";
import { DepositForm } from "~/features/payments/deposit-form";

/** Money in: one's own limit stands before the amount, and the question for one before the form. */
export default function DepositPage() {
  const t = useT();
  const { code } = useCurrency();
  const { data: prompt, error, refetch } = useQuery(depositPromptQuery(code));
  const form = useRef<HTMLDivElement>(null);
  const asks = prompt?.is_open ?? false;
  return (
    <Page title={asks ? t("prompt.title") : t("payments.deposit")} narrow>
      {!prompt && !error && <Skeleton className="h-80 rounded-xl" />}
      {asks && prompt && (
        <DepositQuestion
          prompt={prompt}
          source="cashier"
          onAnswered={() => setTimeout(() => form.current?.querySelector("input")?.focus())}
        />
      )}
      {/* What was typed outlasts the question; who cannot be asked may try, and the server says no. */}
      <div ref={form} hidden={asks || (!prompt && !error)}>
        <DepositForm before={<LimitLine kind="deposit" />} onUnanswered={() => void refetch()} />
      </div>
    </Page>
  );
}

import type { Deposit, Withdrawal } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { cx, Spinner } from "@stakehouse/ui";
import { Check } from "lucide-react";
import { isFinal } from "./status";

/** States whose reason a person wants to read; the others carry words of the machines only. */
const UNWANTED = ["failed", "rejected", "cancelled", "charged_back"];

/** What a payment went through, and what is still to come. */
export function PaymentTimeline({ payment }: { payment: Deposit | Withdrawal }) {
  const t = useT();
  const steps = payment.steps?.length
    ? payment.steps
    : [{ status: payment.status, at: payment.updated_at, reason: null }];
  return (
    <ol className="grid">
      {steps.map((step, at) => {
        const last = at === steps.length - 1;
        const running = last && !isFinal(step.status);
        return (
          <li
            key={`${step.status}${step.at}`}
            className="relative grid grid-cols-[auto_1fr] gap-x-4 pb-5 last:pb-0"
          >
            {!last && (
              <span aria-hidden="true" className="absolute top-7 bottom-0 left-[0.8125rem] w-0.5 bg-border" />
            )}
            <span
              className={cx(
                "grid size-7 place-items-center rounded-full",
                running ? "bg-warning-soft text-warning" : "bg-primary-soft text-primary",
              )}
            >
              {running ? <Spinner className="size-4" /> : <Check size={15} aria-hidden="true" />}
            </span>
            <span className="text-sm">
              <span className="block font-semibold">{t("payments.status", { status: step.status })}</span>
              <Moment at={step.at} style="full" className="text-muted-foreground" />
              {step.reason && UNWANTED.includes(step.status) && <span className="block">{step.reason}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

import type { PaymentStep } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { cx, type Tone } from "@stakehouse/ui";
import { Section } from "~/app/page";
import { toneOf } from "~/app/tone";
import { useWord } from "~/app/word";

/** What stands for an actor without a name. */
const KINDS = ["member", "staff", "machine", "system"];

const rings: Record<Tone, string> = {
  neutral: "border-input",
  primary: "border-primary",
  success: "border-success",
  warning: "border-warning",
  danger: "border-danger",
};

/** How a payment came to where it stands: each step, by whom and why. */
export function Steps({ steps }: { steps: readonly PaymentStep[] }) {
  const t = useT();
  const word = useWord();
  return (
    <Section title={t("case.steps")}>
      <ol className="grid">
        {steps.map((step, at) => (
          <li
            key={`${step.at} ${step.status}`}
            className="relative grid grid-cols-[1.25rem_1fr_auto] gap-x-2 pb-4 last:pb-0"
          >
            {at < steps.length - 1 && (
              <span aria-hidden="true" className="absolute top-3 bottom-0 left-[5px] w-px bg-border" />
            )}
            <span
              aria-hidden="true"
              className={cx(
                "relative mt-1 size-[11px] rounded-full border-2 bg-card",
                rings[toneOf(step.status)],
              )}
            />
            <span className="text-[0.8125rem]">
              <span className="font-medium">{word("payment_status", step.status)}</span>{" "}
              <span className="text-muted-foreground">
                {t("case.by", {
                  actor: KINDS.includes(step.actor) ? word("actor_kind", step.actor) : step.actor,
                })}
              </span>
              {step.reason && <span className="mt-0.5 block text-muted-foreground">{step.reason}</span>}
            </span>
            <Moment at={step.at} className="figures text-muted-foreground text-xs" />
          </li>
        ))}
      </ol>
    </Section>
  );
}

import { useT } from "@stakehouse/i18n";
import { Callout, cx } from "@stakehouse/ui";
import { Check, CircleAlert, X } from "lucide-react";
import type { Checked, Step } from "./check";

/** What the computation found, line by line, with every block and draw for those who follow it by hand. */
export function VerdictView({ checked }: { checked: Checked }) {
  const t = useT();
  const { verdict, differing, compared, problem } = checked;
  if (!verdict)
    return (
      <div role="alert">
        <Callout tone="danger" icon={<CircleAlert size={18} />} title={t("verify.unreadable")}>
          {problem}
        </Callout>
      </div>
    );
  const parts = compared ? (["outcome", "multiplier", "payout"] as const) : [];
  const fair = compared && differing.length === 0;
  return (
    <div className="grid animate-rise gap-4">
      <p
        role="status"
        className={cx("display text-3xl", fair ? "text-win" : differing.length ? "text-danger" : "")}
      >
        {t(fair ? "verify.fair" : differing.length ? "verify.differs" : "verify.computed")}
      </p>
      <ul className="grid gap-2 text-sm">
        {compared && (
          <Line ok={verdict.commitmentOk} text={t("verify.commitment")} detail={verdict.commitment} />
        )}
        {parts.map((part) => (
          <Line
            key={part}
            ok={!differing.includes(part)}
            text={t(`verify.${part}`)}
            detail={part === "outcome" ? JSON.stringify(verdict.outcome) : verdict[part]}
          />
        ))}
        {!compared && (
          <li className="rounded-lg bg-muted p-3">
            <code className="break-all text-xs">{JSON.stringify(verdict.outcome)}</code>
          </li>
        )}
      </ul>
      <details className="rounded-lg border">
        <summary className="min-h-11 px-4 py-3 font-medium text-sm">
          {t("verify.steps", { count: verdict.steps.length })}
        </summary>
        <ol className="grid max-h-96 gap-3 overflow-y-auto border-t px-4 py-3 text-xs">
          {verdict.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps are a fixed record.
            <li key={at}>
              <StepLine step={step} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function Line({ ok, text, detail }: { ok: boolean; text: string; detail: string }) {
  const t = useT();
  return (
    <li className="grid grid-cols-[auto_1fr] gap-3 rounded-lg bg-muted p-3">
      <span
        className={cx(
          "mt-0.5 grid size-5 place-items-center rounded-full",
          ok ? "bg-success-soft text-success" : "bg-danger-soft text-danger",
        )}
      >
        {ok ? (
          <Check size={14} aria-label={t("verify.same")} />
        ) : (
          <X size={14} aria-label={t("verify.other")} />
        )}
      </span>
      <span className="min-w-0">
        <span className="block font-medium">{text}</span>
        <code className="block max-h-24 overflow-y-auto break-all text-muted-foreground text-xs">
          {detail}
        </code>
      </span>
    </li>
  );
}

function StepLine({ step }: { step: Step }) {
  const t = useT();
  if (step.kind === "block")
    return (
      <>
        <span className="text-muted-foreground">{t("verify.step.block")}</span>{" "}
        <code className="break-all">{step.message}</code>
        <code className="block break-all text-muted-foreground">{step.digest}</code>
      </>
    );
  if (step.kind === "draw")
    return (
      <>
        <span className="text-muted-foreground">{t("verify.step.draw", { bound: step.bound })}</span>{" "}
        <code>{step.word}</code> → <strong className="figures">{step.result}</strong>
      </>
    );
  return (
    <>
      <span className="text-muted-foreground">{t("verify.step.bits", { count: step.count })}</span>{" "}
      <code>{step.word}</code> → <strong className="figures break-all">{step.result}</strong>
    </>
  );
}

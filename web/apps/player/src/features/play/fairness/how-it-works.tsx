import { useT } from "@stakehouse/i18n";

const steps = ["fair.step.commit", "fair.step.mix", "fair.step.reveal"] as const;

/** Commit, mix, reveal: the three moves behind every round. */
export function HowItWorks() {
  const t = useT();
  return (
    <ol className="grid gap-px overflow-hidden rounded-2xl bg-ink-felt-deep text-ink-paper sm:grid-cols-3">
      {steps.map((step, at) => (
        <li key={step} className="relative grid content-start gap-2 overflow-hidden bg-ink-felt px-5 py-6">
          <span aria-hidden="true" className="display absolute -right-1 -bottom-6 text-[7rem] opacity-15">
            {at + 1}
          </span>
          <span className="display text-2xl text-ink-gold">{t(`${step}.title`)}</span>
          <span className="text-sm opacity-90">{t(step)}</span>
        </li>
      ))}
    </ol>
  );
}

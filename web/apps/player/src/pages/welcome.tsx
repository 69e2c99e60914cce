import { useT } from "@stakehouse/i18n";
import { buttonClass } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { CardFan } from "~/features/identity/card-fan";

/** What the house says to somebody who is not signed in: what sets it apart, and the two ways in. */
export function Welcome() {
  const t = useT();
  const steps = ["welcome.step.commit", "welcome.step.play", "welcome.step.check"] as const;
  return (
    <section className="relative overflow-hidden rounded-2xl bg-ink-felt text-ink-paper">
      <div className="h-44 sm:absolute sm:inset-y-0 sm:right-0 sm:h-auto sm:w-[44%]">
        <CardFan className="h-full w-full" />
      </div>
      <div className="relative grid gap-5 px-5 pt-4 pb-7 sm:max-w-[58%] sm:px-9 sm:py-10">
        <h1 className="display text-[clamp(3.25rem,9vw,5.75rem)] text-balance leading-[0.86]!">
          {t("welcome.title")}
        </h1>
        <p className="max-w-md text-lg opacity-90">{t("welcome.lead")}</p>
        <div className="flex flex-wrap gap-3">
          <Link
            to="/register"
            className="inline-flex h-13 items-center rounded-lg bg-ink-gold px-6 font-semibold text-ink-night transition-[filter] hover:brightness-110"
          >
            {t("auth.register")}
          </Link>
          <Link
            to="/fairness/verify"
            className={buttonClass("ghost", "lg", "px-4! text-ink-paper! hover:bg-ink-line!")}
          >
            {t("welcome.check")}
          </Link>
        </div>
        <ol className="grid gap-2 border-ink-line border-t pt-5 text-sm sm:grid-cols-3 sm:gap-5">
          {steps.map((step, at) => (
            <li key={step} className="flex gap-2.5">
              <span className="display text-2xl text-ink-gold">{at + 1}</span>
              <span className="opacity-90">{t(step)}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

import type { TenantDetail } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Section } from "~/app/page";

type Step = TenantDetail["history"][number];

/** What happened to a house since it was opened, newest first: when, what, why and by whom. */
export function TenantHistory({ steps }: { steps: Step[] }) {
  const t = useT();
  return (
    <Section title={t("tenants.history")}>
      <ol className="divide-y rounded-xl border text-[0.8125rem]">
        {steps.map((step) => (
          <li key={`${step.at} ${step.kind}`} className="grid gap-1 p-3">
            <p className="flex flex-wrap gap-x-3 gap-y-1">
              <span className="font-medium">{t(`tenants.step.${step.kind}`)}</span>
              <Runs runs={step.runs} />
              <Moment at={step.at} className="ml-auto text-muted-foreground" />
            </p>
            {step.reason && <p className="break-words">{step.reason}</p>}
            {step.by && <p className="break-all text-muted-foreground">{step.by}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Runs({ runs }: { runs: Step["runs"] }) {
  const t = useT();
  if (!runs) return null;
  const state = (on: boolean) => t(on ? "tenants.on" : "tenants.off");
  return (
    <span className="text-muted-foreground">
      {t("tenants.gaming")} {state(runs.gaming)}, {t("tenants.loyalty")} {state(runs.loyalty)}
    </span>
  );
}

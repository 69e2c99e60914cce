import type { StaffWithdrawal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { CopyText } from "@stakehouse/ui";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { humanize, useWord } from "~/app/word";

/** What a reviewer looks at: the checks first, then where the money would go. */
export function CaseFacts({ case_ }: { case_: StaffWithdrawal }) {
  const t = useT();
  const word = useWord();
  // What did not pass comes first; it is what the decision is about.
  const checks = [...case_.risk.checks].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <>
      <Section title={t("case.checks")}>
        <ul className="grid gap-px overflow-hidden rounded-xl border bg-border">
          {checks.map((check) => (
            <li key={check.code} className="flex items-start gap-3 bg-card px-4 py-2.5">
              {check.passed ? (
                <CircleCheck size={17} aria-hidden="true" className="mt-0.5 shrink-0 text-success" />
              ) : (
                <TriangleAlert size={17} aria-hidden="true" className="mt-0.5 shrink-0 text-warning" />
              )}
              <span className="grid gap-0.5">
                <span className="font-medium text-[0.8125rem]">
                  {word("check", check.code)}
                  <span className="sr-only"> — {t(check.passed ? "check.passed" : "check.failed")}</span>
                </span>
                <span className="text-[0.8125rem] text-muted-foreground">{check.detail}</span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("case.payout")}>
        <FactList
          items={[
            [t("column.method"), humanize(case_.method)],
            [
              t("column.destination"),
              <span key="to" className="figures">
                {case_.destination_masked}
              </span>,
            ],
            [t("column.country"), case_.member.country],
            [t("column.requested"), <Moment key="at" at={case_.requested_at} style="full" />],
            [t("column.reference"), <CopyText key="ref" text={case_.reference || case_.id} cut={10} />],
            ...(case_.gateway_reference
              ? [
                  [
                    t("case.gateway_reference"),
                    <CopyText key="gw" text={case_.gateway_reference} cut={10} />,
                  ] as const,
                ]
              : []),
          ]}
        />
      </Section>
    </>
  );
}

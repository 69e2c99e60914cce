import type { AmlEvidence } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Badge, Button } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { useWord } from "~/app/word";
import { HitView } from "./hit-view";

/** What of an alert has a place of its own; the reason is its title. */
const SHOWN_APART = ["payments", "members", "reason"];

interface EvidenceProps {
  evidence: readonly AmlEvidence[];
  works: boolean;
  onJudge: (hit: AmlEvidence, verdict: "false" | "true") => void;
}

/** What a case stands on; a hit that is open can be decided. */
export function Evidence({ evidence, works, onJudge }: EvidenceProps) {
  const t = useT();
  // A case that a person opened by hand stands on their words alone.
  if (evidence.length === 0) return null;
  return (
    <Section title={t("aml.evidence")}>
      <ul className="grid gap-4">
        {evidence.map((each) => (
          <li key={each.id} className="grid gap-3 border-t pt-4 first:border-t-0 first:pt-0">
            <div className="flex flex-wrap items-center gap-2">
              <p className="font-medium">{each.title}</p>
              {each.kind === "hit" && each.verdict !== "open" && (
                <Badge tone={each.verdict === "true" ? "danger" : "success"}>
                  {t(each.verdict === "true" ? "aml.is_member" : "aml.is_not_member")} · {each.verdict_by}
                </Badge>
              )}
            </div>
            {each.hit ? <HitView hit={each.hit} /> : <Told evidence={each} />}
            {works && each.kind === "hit" && each.verdict === "open" && (
              <div className="flex flex-wrap gap-2">
                <Button size="sm" variant="outline" onClick={() => onJudge(each, "false")}>
                  {t("aml.is_not_member")}
                </Button>
                <Button
                  size="sm"
                  variant="outline"
                  className="text-danger!"
                  onClick={() => onJudge(each, "true")}
                >
                  {t("aml.is_member")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What an alert or a record says, payments as a small table. */
function Told({ evidence: { content, members } }: { evidence: AmlEvidence }) {
  const t = useT();
  const word = useWord();
  const payments = Array.isArray(content.payments) ? (content.payments as Record<string, string>[]) : [];
  const rest = Object.entries(content).filter(([name, value]) => !SHOWN_APART.includes(name) && value);
  return (
    <div className="grid gap-3 text-[0.8125rem]">
      {payments.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full">
            <caption className="sr-only">{t("aml.payments")}</caption>
            <thead>
              <tr className="text-left text-muted-foreground">
                <th className="py-1 pr-3 font-normal">{t("column.kind")}</th>
                <th className="py-1 pr-3 text-right font-normal">{t("column.amount")}</th>
                <th className="py-1 font-normal">{t("column.at")}</th>
              </tr>
            </thead>
            <tbody>
              {payments.map((payment) => (
                <tr key={payment.payment_id} className="border-t">
                  <td className="py-1 pr-3">{word("movement", payment.direction ?? "")}</td>
                  <td className="figures py-1 pr-3 text-right">
                    {payment.amount} {payment.currency}
                  </td>
                  <td className="py-1">{payment.at && <Moment at={payment.at} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {members.length > 0 && (
        <ul aria-label={t("aml_fact.members")} className="divide-y rounded-lg border">
          {members.map((member) => (
            <li key={member.id} className="px-3 py-2">
              <Link
                to="/members/$id"
                params={{ id: member.id }}
                search={{ tab: "aml" }}
                className="break-words font-medium text-primary hover:underline"
              >
                {member.username}
                {member.name && ` · ${member.name}`}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <FactList
        items={rest.map(([name, value]) => [
          word("aml_fact", name),
          <span key={name} className="break-words">
            {name === "trace"
              ? word("aml", String(value))
              : Array.isArray(value)
                ? value.join(", ")
                : String(value)}
          </span>,
        ])}
      />
    </div>
  );
}

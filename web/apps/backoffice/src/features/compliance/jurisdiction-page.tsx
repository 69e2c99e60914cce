import type { JurisdictionRule } from "@stakehouse/api/staff";
import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Badge, Callout, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Scale, TriangleAlert } from "lucide-react";
import { Page, Section } from "~/app/page";
import { Gate } from "~/app/permissions";
import { humanize } from "~/app/word";

/** The law the house is under, rule by rule; nobody edits it here. */
export default function JurisdictionPage() {
  return (
    <Gate permission="settings:view">
      <Jurisdiction />
    </Gate>
  );
}

function Jurisdiction() {
  const t = useT();
  const law = useQuery({ queryKey: ["jurisdiction"], queryFn: api.jurisdiction });
  const { data } = law;
  return (
    <Page
      title={t("jurisdiction.title")}
      back={{ to: "/settings", label: t("nav.settings") }}
      beside={data && <Badge tone={data.is_known ? "primary" : "warning"}>{data.code}</Badge>}
    >
      {law.error && !data ? (
        <QueryError error={law.error} onRetry={() => void law.refetch()} />
      ) : !data ? (
        <Skeleton className="h-96 w-full" />
      ) : (
        <>
          {data.is_known ? (
            <Callout tone="primary" icon={<Scale size={18} />} title={`${data.name} · ${data.authority}`}>
              {t("jurisdiction.version", {
                version: data.version,
                from: data.effective_from ?? "",
              })}
            </Callout>
          ) : (
            <Callout
              tone="warning"
              icon={<TriangleAlert size={18} />}
              title={t("jurisdiction.unknown", { name: data.wanted })}
            >
              {t("jurisdiction.unknown_text", { known: data.known.join(", ") })}
            </Callout>
          )}
          <Section title={t("jurisdiction.rules")}>
            <p className="max-w-prose text-[0.8125rem] text-muted-foreground">{t("jurisdiction.intro")}</p>
            <dl className="grid gap-px overflow-hidden rounded-xl border bg-border">
              {data.rules.map((rule) => (
                <Rule key={rule.rule} rule={rule} />
              ))}
            </dl>
          </Section>
        </>
      )}
    </Page>
  );
}

function Rule({ rule }: { rule: JurisdictionRule }) {
  const t = useT();
  const strictest = JSON.stringify(rule.value) === JSON.stringify(rule.strictest);
  return (
    <div className="grid gap-x-6 gap-y-1 bg-card p-4 text-[0.8125rem] md:grid-cols-[minmax(0,1fr)_minmax(10rem,0.6fr)]">
      <dt className="grid content-start gap-1">
        <span className="font-medium">{rule.title}</span>
        <span className="text-muted-foreground">{rule.explanation}</span>
      </dt>
      <dd className="grid content-start gap-1">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <Value rule={rule.rule} value={rule.value} />
          {!rule.is_stated && <Badge tone="warning">{t("jurisdiction.left_out")}</Badge>}
        </span>
        {!strictest && (
          <span className="text-muted-foreground text-xs">
            {t("jurisdiction.strictest")} <Value rule={rule.rule} value={rule.strictest} />
          </span>
        )}
        {rule.source && <span className="text-muted-foreground text-xs">{rule.source}</span>}
      </dd>
    </div>
  );
}

const PERCENT = 100;
const SECOND_MS = 1000;

/** A rule's value as a person reads it. */
function Value({ rule, value }: { rule: string; value: unknown }) {
  const t = useT();
  if (typeof value === "boolean") return t(value ? "jurisdiction.yes" : "jurisdiction.no");
  if (value === null) return t("jurisdiction.no_limit");
  if (typeof value === "string") return humanize(value);
  if (typeof value === "number") {
    if (rule.endsWith("_bp")) return `${value / PERCENT} %`;
    return String(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t("jurisdiction.no_limit");
    return (
      <ul className="grid gap-0.5">
        {value.map((cap) => (
          <li key={JSON.stringify(cap)}>
            {humanize(cap.kind)} {cap.age_from}
            {cap.age_below ? `–${cap.age_below - 1}` : "+"}:{" "}
            {Object.entries(cap.amounts as Record<string, string>)
              .map(([currency, amount]) => `${amount} ${currency}`)
              .join(" · ")}
          </li>
        ))}
      </ul>
    );
  }
  return Object.entries(value as Record<string, boolean | number>)
    .map(([kind, one]) => {
      const text =
        typeof one === "number" ? `${one / SECOND_MS} s` : t(one ? "jurisdiction.yes" : "jurisdiction.no");
      return `${humanize(kind)}: ${text}`;
    })
    .join(" · ");
}

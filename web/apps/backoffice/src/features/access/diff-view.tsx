import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { ArrowRight, Minus, Plus } from "lucide-react";
import { type Change, changesBetween } from "./diff";

interface DiffViewProps {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What was, and what is; signs and words carry the difference, colour only helps. */
export function DiffView({ before, after }: DiffViewProps) {
  const t = useT();
  const changes = changesBetween(before, after);
  if (!changes.length) return <p className="text-muted-foreground">{t("audit.no_fields")}</p>;
  return (
    <dl className="grid gap-px overflow-hidden rounded-lg border bg-border text-[0.8125rem]">
      {changes.map((change) => (
        <div
          key={change.field}
          className="grid gap-x-4 gap-y-1 bg-card px-3.5 py-2.5 sm:grid-cols-[10rem_1fr]"
        >
          <dt className={cx("break-words font-medium", change.kind === "same" && "text-muted-foreground")}>
            {change.field}
          </dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <Values change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ change }: { change: Change }) {
  const t = useT();
  const { kind, before, after } = change;
  if (kind === "same") return <span className="break-all text-muted-foreground">{after}</span>;
  return (
    <>
      {before !== null && (
        <del className="inline-flex items-center gap-1 break-all rounded-sm bg-danger-soft px-1.5 text-danger no-underline">
          <Minus size={12} aria-hidden="true" className="shrink-0" />
          <span className="sr-only">{t("audit.was")}</span>
          {before}
        </del>
      )}
      {kind === "changed" && <ArrowRight size={14} aria-hidden="true" className="text-muted-foreground" />}
      {after !== null && (
        <ins className="inline-flex items-center gap-1 break-all rounded-sm bg-success-soft px-1.5 text-success no-underline">
          <Plus size={12} aria-hidden="true" className="shrink-0" />
          <span className="sr-only">{t("audit.is")}</span>
          {after}
        </ins>
      )}
    </>
  );
}

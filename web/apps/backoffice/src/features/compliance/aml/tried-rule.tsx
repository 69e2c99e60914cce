import type { DryRun } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Link } from "@tanstack/react-router";

/** What the rule would have raised; nothing was. */
export function TriedRule({ run }: { run: DryRun }) {
  const t = useT();
  return (
    <section
      role="status"
      aria-label={t("aml.dry_run")}
      className="grid gap-2 rounded-xl bg-muted p-4 text-sm"
    >
      <p className="font-medium">
        {t("aml.tried_rule", { count: run.alerts, members: run.members, days: run.days })}
      </p>
      {run.is_cut && <p className="text-warning">{t("aml.tried_cut")}</p>}
      <ul className="grid max-h-64 gap-1 overflow-y-auto text-[0.8125rem]">
        {run.found.map((each) => (
          <li key={`${each.member_id} ${each.at} ${each.reason}`}>
            <Link
              to="/members/$id"
              params={{ id: each.member_id }}
              className="font-medium text-primary hover:underline"
            >
              {each.username}
            </Link>{" "}
            {each.reason}{" "}
            <span className="text-muted-foreground">
              <Moment at={each.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { EmptyState, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { HeartHandshake } from "lucide-react";
import { Section } from "~/app/page";
import { State } from "~/app/state";
import { BandBadge, Findings } from "./harm-band";

/** What a member's last thirty days showed, and the cases about it. */
export function MemberHarm({ memberId }: { memberId: string }) {
  const t = useT();
  const harm = useQuery({ queryKey: ["harm", memberId], queryFn: () => api.memberHarm(memberId) });
  const { data } = harm;
  if (harm.error && !data) return <QueryError error={harm.error} onRetry={() => void harm.refetch()} />;
  if (!data) return <Skeleton className="h-40 w-full" />;
  const days = data.days.filter((day) => day.findings.length > 0);
  if (data.cases.length === 0 && days.length === 0)
    return (
      <div className="rounded-xl border">
        <EmptyState
          icon={<HeartHandshake size={22} />}
          title={t("harm.member_none", { days: data.days.length })}
          className="py-10!"
        />
      </div>
    );
  return (
    <div className="grid gap-6">
      {data.cases.length > 0 && (
        <Section title={t("harm.cases")}>
          <ul className="grid gap-2">
            {data.cases.map((one) => (
              <li key={one.id}>
                <Link
                  to="/harm"
                  search={{ entry: one.id }}
                  className="flex flex-wrap items-center gap-3 rounded-lg border p-3 text-[0.8125rem] hover:border-foreground/50"
                >
                  <BandBadge band={one.band} score={one.score} />
                  <State group="harm_status" value={one.status} />
                  <span className="text-muted-foreground">
                    {one.findings.map((finding) => finding.title).join(", ")}
                  </span>
                  <Moment at={one.opened_at} className="ml-auto text-muted-foreground text-xs" />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {days.length > 0 && (
        <Section title={t("harm.days_shown")}>
          <ol className="grid gap-4">
            {days.map((day) => (
              <li key={day.day} className="grid gap-2">
                <span className="flex items-center gap-3 font-medium text-[0.8125rem]">
                  <time dateTime={day.day}>{day.day}</time>
                  <BandBadge band={day.band} score={day.score} />
                </span>
                <Findings findings={day.findings} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
}

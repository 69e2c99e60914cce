import type { Dashboard } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money } from "@stakehouse/kit";
import { cx, Skeleton } from "@stakehouse/ui";
import { Link, type LinkProps } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Section } from "~/app/page";
import { useCan } from "~/app/permissions";

/** What waits for a person, each with the way to it. */
export function Queues({ data }: { data: Dashboard | undefined }) {
  const t = useT();
  const can = useCan();
  if (!data)
    return (
      <Section title={t("dashboard.queues")}>
        <Skeleton className="h-34 w-full" />
      </Section>
    );
  const { queues } = data;
  return (
    <Section title={t("dashboard.queues")}>
      <div className="grid gap-px overflow-hidden rounded-xl border bg-border">
        {can("payments:view") && (
          <Queue
            count={queues.withdrawals_waiting}
            text={t("dashboard.withdrawals_waiting", { count: queues.withdrawals_waiting })}
            detail={<Money amount={queues.withdrawals_amount} currency={data.currency} />}
            link={{ to: "/withdrawals" }}
          />
        )}
        {can("approvals:view") && (
          <Queue
            count={queues.approvals_waiting}
            text={t("dashboard.approvals_waiting", { count: queues.approvals_waiting })}
            link={{ to: "/approvals" }}
          />
        )}
      </div>
    </Section>
  );
}

interface QueueProps {
  count: number;
  text: string;
  detail?: ReactNode;
  link: LinkProps;
}

function Queue({ count, text, detail, link }: QueueProps) {
  return (
    <Link
      {...link}
      className="flex min-h-16 items-center gap-3 bg-card px-4 hover:bg-muted/50 -outline-offset-2"
    >
      <span
        aria-hidden="true"
        className={cx(
          "figures grid h-8 min-w-8 place-items-center rounded-lg px-1.5 font-semibold",
          count ? "bg-warning-soft text-warning" : "bg-success-soft text-success",
        )}
      >
        {count}
      </span>
      <span className="grid">
        <span className="font-medium">{text}</span>
        {detail && count > 0 && <span className="text-muted-foreground text-xs">{detail}</span>}
      </span>
      <ChevronRight size={16} aria-hidden="true" className="ml-auto text-muted-foreground" />
    </Link>
  );
}

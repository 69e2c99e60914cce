import { api } from "@stakehouse/api/staff";
import { useLocale, useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";

/** How many of the members have limits, are kept out, and were spoken with, each as a share of all. */
export function ProtectionShares() {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ["protection-shares"],
    queryFn: api.protectionShares,
  });
  if (error && !data)
    return (
      <div className="border-b p-4 lg:px-6">
        <QueryError error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <dl className="grid grid-cols-2 gap-px border-b bg-border sm:grid-cols-4">
      <Share label={t("shares.limited")} count={data?.limited} share={data?.limited_share} />
      <Share label={t("shares.paused")} count={data?.paused} share={data?.paused_share} />
      <Share label={t("shares.excluded")} count={data?.excluded} share={data?.excluded_share} />
      <Share
        label={t("shares.contacted", { days: data?.days ?? "…" })}
        count={data?.contacted}
        share={data?.contacted_share}
      />
    </dl>
  );
}

interface ShareProps {
  label: string;
  /** How many; undefined while it is on its way. */
  count: number | undefined;
  share: string | undefined;
}

function Share({ label, count, share = "0" }: ShareProps) {
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return (
    <div className="min-w-0 bg-card px-4 py-3 lg:px-6">
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      {count === undefined ? (
        <dd className="h-7">
          <Skeleton className="h-6 w-20" />
        </dd>
      ) : (
        <dd className="figures flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold text-lg">{count}</span>
          <span className="text-muted-foreground text-sm">{percent.format(Number(share))}</span>
        </dd>
      )}
    </div>
  );
}

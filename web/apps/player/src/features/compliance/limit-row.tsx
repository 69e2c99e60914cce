import { api, type Limit, type LimitKind, type LimitPeriod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney, Moment, Money, scaleOf, toMinor, useErrorText } from "@stakehouse/kit";
import { Button, Callout, Progress, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCurrency } from "~/app/currency";
import { LimitDialog } from "./limit-dialog";

interface LimitRowProps {
  kind: LimitKind;
  period: LimitPeriod;
  limit: Limit | undefined;
}

/** One limit: what it is, how much is used, and a raise that waits for its time and a second yes. */
export function LimitRow({ kind, period, limit }: LimitRowProps) {
  const t = useT();
  const { code } = useCurrency();
  const [editing, setEditing] = useState(false);
  const currency = limit?.currency ?? code;
  const value = limit?.value;
  const scale = value ? scaleOf(value) : 2;
  const share = value
    ? Number((toMinor(limit.used, scale) * 1000n) / (toMinor(value, scale) || 1n)) / 1000
    : 0;
  const name = t(`limits.period.${period}`);
  return (
    <div className="grid gap-3 p-4">
      <div className="flex items-center gap-4">
        <span className="w-16 shrink-0 text-muted-foreground text-sm">{name}</span>
        <span className="min-w-0 flex-1">
          {value ? (
            <Money amount={value} currency={currency} className="font-semibold text-lg" />
          ) : (
            <span className="text-muted-foreground">{t("limits.no_limit")}</span>
          )}
        </span>
        <Button variant="outline" size="sm" onClick={() => setEditing(true)}>
          {t(value ? "limits.change" : "limits.set")}
          <span className="sr-only">
            : {t(`limits.kind.${kind}`)}, {name}
          </span>
        </Button>
      </div>
      {value && (
        <div className="grid gap-1.5 text-muted-foreground text-xs">
          <Progress
            value={share}
            label={t("limits.used")}
            tone={share >= 1 ? "danger" : share > 0.8 ? "warning" : "primary"}
          />
          {t("limits.used_of", {
            used: formatMoney(limit.used, currency),
            value: formatMoney(value, currency),
          })}
        </div>
      )}
      {limit?.pending_from && <Pending limit={limit} kind={kind} period={period} currency={currency} />}
      <LimitDialog
        open={editing}
        onClose={() => setEditing(false)}
        kind={kind}
        period={period}
        current={value ?? null}
        currency={currency}
      />
    </div>
  );
}

function Pending({
  limit,
  kind,
  period,
  currency,
}: {
  limit: Limit;
  kind: LimitKind;
  period: LimitPeriod;
  currency: string;
}) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const isDue = Date.parse(limit.pending_from ?? "") <= Date.now();
  const act = useMutation({
    mutationFn: async (yes: boolean): Promise<void> => {
      if (yes) await api.confirmLimit(kind, period);
      else await api.dropPendingLimit(kind, period);
    },
    onSuccess: (_, yes) => toast(t(yes ? "limits.confirmed" : "limits.dropped"), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["limits"] }),
  });
  const wanted = limit.pending_value ? formatMoney(limit.pending_value, currency) : t("limits.no_limit");
  return (
    <Callout tone="warning">
      <p>
        {t(isDue ? "limits.pending_due" : "limits.pending", { value: wanted })}{" "}
        {!isDue && <Moment at={limit.pending_from} />}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {isDue && (
          <Button size="sm" busy={act.isPending} onClick={() => act.mutate(true)}>
            {t("limits.confirm")}
          </Button>
        )}
        <Button size="sm" variant="outline" busy={act.isPending} onClick={() => act.mutate(false)}>
          {t("limits.keep")}
        </Button>
      </div>
    </Callout>
  );
}

import type { Limit, LimitKind, LimitPeriod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney, Money, scaleOf, toMinor } from "@stakehouse/kit";
import { Button, Progress } from "@stakehouse/ui";
import { useState } from "react";
import { useCurrency } from "~/app/currency";
import { LimitDialog } from "./limit-dialog";
import { Pending } from "./pending-limit";

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
      {limit?.is_of_house && <p className="text-muted-foreground text-xs">{t("limits.of_house")}</p>}
      {limit?.pending_from && (
        <Pending
          limit={limit}
          wanted={limit.pending_value ? formatMoney(limit.pending_value, currency) : t("limits.no_limit")}
        />
      )}
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

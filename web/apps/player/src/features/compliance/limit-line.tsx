import type { LimitKind } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import {
  addAmounts,
  compareAmounts,
  formatMoney,
  fromMinor,
  negate,
  scaleOf,
  toMinor,
} from "@stakehouse/kit";
import { Progress } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Gauge } from "lucide-react";
import { useCurrency } from "~/app/currency";
import { limitsQuery } from "./limits-query";

/** What is left of one's own limits of a kind, or the offer to set one. */
export function LimitLine({ kind }: { kind: LimitKind }) {
  const t = useT();
  const { code } = useCurrency();
  const { data } = useQuery(limitsQuery);
  const set =
    data?.items.filter((limit) => limit.kind === kind && limit.value && (limit.currency ?? code) === code) ??
    [];
  if (!data) return null;
  if (!set.length)
    return (
      <Link
        to="/account/limits"
        className="flex items-center gap-3 rounded-lg bg-muted px-4 py-3 text-sm hover:bg-border"
      >
        <Gauge size={18} className="shrink-0 text-primary" aria-hidden="true" />
        {t("limits.none_set")}
      </Link>
    );
  return (
    <ul className="grid gap-3 rounded-lg bg-muted px-4 py-3">
      {set.map((limit) => {
        const value = limit.value ?? "0";
        const left = addAmounts(value, negate(limit.used));
        const scale = scaleOf(value);
        const share = Number((toMinor(limit.used, scale) * 1000n) / (toMinor(value, scale) || 1n)) / 1000;
        const text = t("limits.left", {
          left: formatMoney(compareAmounts(left, "0") < 0 ? fromMinor(0n, scale) : left, code),
          value: formatMoney(value, code),
          period: limit.period,
        });
        return (
          <li key={limit.period} className="grid gap-1.5 text-sm">
            {text}
            <Progress
              value={share}
              label={text}
              tone={share >= 1 ? "danger" : share > 0.8 ? "warning" : "primary"}
            />
          </li>
        );
      })}
    </ul>
  );
}

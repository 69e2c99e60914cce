import { useT } from "@stakehouse/i18n";
import { formatClock, Money, scaleOf, useNow } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { Coffee } from "lucide-react";
import { useCurrency } from "~/app/currency";
import { useSitting } from "~/app/sitting";

/** How long this stretch of play has lasted, what it won or lost, and a break in one tap. */
export function SittingBar({ stacked = false }: { stacked?: boolean }) {
  const t = useT();
  const now = useNow(1000);
  const session = useSitting();
  const { code, scale } = useCurrency();
  const change = session?.results.find((result) => result.currency === code)?.net;
  const zero = `0.${"0".repeat(scale)}`;
  const amount = change && scaleOf(change) === scale ? change : zero;
  return (
    <section
      aria-label={t("sitting.label")}
      className={cx(
        "text-sm",
        stacked ? "grid gap-2 rounded-xl border p-3" : "flex items-center gap-4 px-4 py-1.5 text-xs",
      )}
    >
      <span className={cx("flex gap-2", stacked && "justify-between")}>
        <span className="text-muted-foreground">{t("sitting.clock")}</span>
        <span className="figures font-medium">
          {formatClock(session ? Math.max(now - Date.parse(session.since), 0) / 1000 : 0)}
        </span>
      </span>
      <span className={cx("flex gap-2", stacked && "justify-between")}>
        <span className="text-muted-foreground">{t("sitting.net")}</span>
        <Money amount={amount} currency={code} signed toned className="font-medium" />
      </span>
      <Link
        to="/account/break"
        className={cx(
          "flex items-center gap-2 rounded-md font-medium text-primary hover:underline",
          stacked ? "h-9 justify-center border" : "ml-auto min-h-7",
        )}
      >
        <Coffee size={16} aria-hidden="true" />
        {t("sitting.break")}
      </Link>
    </section>
  );
}

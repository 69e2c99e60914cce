import type { Dashboard } from "@stakehouse/api/staff";
import { useLocale, useT } from "@stakehouse/i18n";
import { formatMoney } from "@stakehouse/kit";
import { BandChart } from "@stakehouse/kit/charts";
import { Skeleton } from "@stakehouse/ui";
import { Section } from "~/app/page";

/** The last day by the hour: what was wagered and won, and between the lines what the house kept. */
export default function DayChart({ data }: { data: Dashboard | undefined }) {
  const t = useT();
  const locale = useLocale();
  if (!data)
    return (
      <Section title={t("chart.day")}>
        <Skeleton className="h-80 w-full" />
      </Section>
    );
  const hour = new Intl.DateTimeFormat(locale, { hour: "numeric" });
  const axis = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  return (
    <Section title={t("chart.day")}>
      <BandChart
        label={t("chart.day_sentence", { currency: data.currency })}
        upper={{ label: t("column.wagered"), values: data.series.map((one) => one.wagered) }}
        lower={{ label: t("column.won"), values: data.series.map((one) => one.won) }}
        between={{ label: t("column.ggr"), values: data.series.map((one) => one.ggr) }}
        ticks={data.series.map((one) => hour.format(new Date(one.at)))}
        format={(amount) => formatMoney(amount, data.currency, { locale })}
        formatAxis={(value) => axis.format(value)}
      />
    </Section>
  );
}

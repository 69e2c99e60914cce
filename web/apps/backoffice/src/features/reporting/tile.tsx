import { useLocale, useT } from "@stakehouse/i18n";
import { cx, Skeleton } from "@stakehouse/ui";
import { Link, type LinkProps } from "@tanstack/react-router";
import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";

interface TileProps {
  label: string;
  /** The figure; undefined while it is on its way. */
  children: ReactNode | undefined;
  before: ReactNode;
  /** The change since then, as a share. */
  change: number | null;
  /** Where the figure comes from. */
  link?: LinkProps;
  /** Whether more of it is good news; without it the change is shown without colour. */
  rising?: "good" | "plain";
}

/** One figure of the day against the same time a week ago. */
export function Tile({ label, children, before, change, link, rising = "plain" }: TileProps) {
  const t = useT();
  const body = (
    <>
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd className="mt-1.5 h-8">
        {link && <Link {...link} aria-label={label} className="absolute inset-0 -outline-offset-2" />}
        {children === undefined ? (
          <Skeleton className="h-7 w-32" />
        ) : (
          <span className="figures font-semibold text-xl leading-8 tracking-tight sm:text-[1.625rem]">
            {children}
          </span>
        )}
      </dd>
      <dd className="mt-1.5 flex min-h-5 flex-wrap items-center gap-x-2 gap-y-0.5 text-muted-foreground text-xs">
        {children === undefined ? (
          <Skeleton className="h-4 w-24" />
        ) : change === null ? (
          <span>{t("dashboard.no_comparison")}</span>
        ) : (
          <>
            <Change value={change} rising={rising} />
            <span>{t("dashboard.last_week")}</span>
            <span className="figures">{before}</span>
          </>
        )}
      </dd>
    </>
  );
  const frame = "relative block min-w-0 bg-card p-3.5 sm:p-4 lg:px-5";
  return <div className={cx(frame, link && "transition-colors hover:bg-muted/50")}>{body}</div>;
}

function Change({ value, rising }: { value: number; rising: "good" | "plain" }) {
  const locale = useLocale();
  const Icon = value > 0 ? ArrowUpRight : value < 0 ? ArrowDownRight : ArrowRight;
  const format = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  return (
    <span
      className={cx(
        "figures inline-flex items-center gap-0.5 font-medium",
        rising === "good" && value > 0 && "text-success",
        rising === "good" && value < 0 && "text-danger",
        (rising === "plain" || value === 0) && "text-foreground",
      )}
    >
      <Icon size={14} aria-hidden="true" />
      {format.format(value)}
    </span>
  );
}

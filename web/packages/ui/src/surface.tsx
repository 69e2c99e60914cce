import type { HTMLAttributes, ReactNode } from "react";
import { cx } from "./cx";

/** A raised area. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cx("rounded-xl border bg-card shadow-card", className)} />;
}

export type Tone = "neutral" | "primary" | "success" | "warning" | "danger";

const badges: Record<Tone, string> = {
  neutral: "bg-muted text-muted-foreground",
  primary: "bg-primary-soft text-primary",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A short word about a thing's state; the word carries the meaning, the colour only helps. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-medium text-xs",
        badges[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A state as a quiet dot with its word. */
export function StatusDot({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  const dots: Record<Tone, string> = {
    neutral: "bg-muted-foreground",
    primary: "bg-primary",
    success: "bg-success",
    warning: "bg-warning",
    danger: "bg-danger",
  };
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-sm">
      <span aria-hidden="true" className={cx("size-2 rounded-full", dots[tone])} />
      {children}
    </span>
  );
}

interface CalloutProps {
  tone?: Tone;
  icon?: ReactNode;
  title?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Something to know before going on. */
export function Callout({ tone = "neutral", icon, title, className, children }: CalloutProps) {
  return (
    <div className={cx("flex gap-3 rounded-lg p-4 text-sm", badges[tone], className)}>
      {icon && <span className="mt-0.5 shrink-0">{icon}</span>}
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-foreground">{children}</div>}
      </div>
    </div>
  );
}

/** A figure with its name. */
export function Stat({ label, children, hint }: { label: ReactNode; children: ReactNode; hint?: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <span className="caps text-muted-foreground">{label}</span>
      <span className="display figures text-3xl">{children}</span>
      {hint && <span className="text-muted-foreground text-xs">{hint}</span>}
    </div>
  );
}

/** Names and values, one under the other. */
export function KeyValues({
  items,
  className,
}: {
  items: readonly (readonly [ReactNode, ReactNode])[];
  className?: string;
}) {
  return (
    <dl className={cx("grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[auto_1fr]", className)}>
      {items.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is written by hand and never reordered.
        <div key={at} className="contents">
          <dt className="text-muted-foreground max-sm:-mb-2">{name}</dt>
          <dd className="min-w-0 break-words font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far something has come, from 0 to 1. */
export function Progress({
  value,
  label,
  tone = "primary",
}: {
  value: number;
  label: string;
  tone?: "primary" | "warning" | "danger";
}) {
  const fills = { primary: "bg-primary", warning: "bg-warning", danger: "bg-danger" };
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-2 overflow-hidden rounded-full bg-muted"
    >
      <div
        className={cx("h-full rounded-full transition-[width] duration-500 ease-house", fills[tone])}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

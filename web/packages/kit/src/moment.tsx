import { useLocale, useT } from "@stakehouse/i18n";
import { useEffect, useState } from "react";

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

type MomentStyle = "full" | "date" | "time" | "short";

const styles: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  full: { dateStyle: "medium", timeStyle: "medium" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
};

interface MomentProps {
  at: string | null | undefined;
  style?: MomentStyle;
  className?: string;
}

/** An instant as text, for sentences. */
export function formatMoment(at: string, locale: string, style: MomentStyle = "short"): string {
  return new Intl.DateTimeFormat(locale, styles[style]).format(new Date(at));
}

/** An instant in the reader's language and zone; the title carries it in UTC. */
export function Moment({ at, style = "short", className }: MomentProps) {
  const t = useT();
  const locale = useLocale();
  if (!at) return <span className={className}>{t("time.unknown")}</span>;
  return (
    <time dateTime={at} title={new Date(at).toISOString()} className={className}>
      {formatMoment(at, locale, style)}
    </time>
  );
}

/** How long ago or how far ahead an instant is. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const locale = useLocale();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={new Date(at).toISOString()} className={className}>
      {relative(Date.parse(at) - now, locale)}
    </time>
  );
}

function relative(deltaMs: number, locale: string): string {
  const seconds = Math.round(deltaMs / 1000);
  const [unit, size] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

const LENGTHS = [
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** A length of time in the largest unit that tells it whole: 1 day, 36 hours, 90 minutes. */
export function formatLength(minutes: number, locale: string): string {
  const [unit, size] = LENGTHS.find(([, each]) => minutes >= each && minutes % each === 0) ?? ["minute", 1];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(minutes / size);
}

/** The time now in milliseconds, renewed as often as asked. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Hours, minutes and seconds as `1:02:03` or `2:03`. */
export function formatClock(totalSeconds: number): string {
  const seconds = Math.max(0, Math.floor(totalSeconds));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, at) => (at ? String(part).padStart(2, "0") : String(part))).join(":");
}

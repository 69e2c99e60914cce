import type { Limit, Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, toMinor } from "@stakehouse/kit";
import { Callout, EmptyState, Progress } from "@stakehouse/ui";
import { ShieldCheck, TimerOff } from "lucide-react";
import { Section } from "~/app/page";
import { useWord } from "~/app/word";

const NEAR = 0.9;
const SCALE = 8;

/** The limits that protect a member, as the member sees them. */
export function Protections({ limits }: { limits: readonly Limit[] }) {
  const t = useT();
  const set = limits.filter((limit) => limit.value !== null || limit.pending_value !== null);
  return (
    <Section title={t("member.limits")}>
      {set.length === 0 ? (
        <div className="empty rounded-xl border">
          <EmptyState icon={<ShieldCheck size={22} />} title={t("member.no_limits")} className="py-10!">
            {t("member.no_limits_text")}
          </EmptyState>
        </div>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {set.map((limit) => (
            <LimitCard key={`${limit.kind} ${limit.period} ${limit.currency}`} limit={limit} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Says that a member is out, until when, and that nobody can shorten it. */
export function ExclusionNote({ exclusion }: { exclusion: Member["exclusion"] }) {
  const t = useT();
  if (!exclusion) return null;
  const { kind, until } = exclusion;
  return (
    <Callout
      tone="warning"
      icon={<TimerOff size={18} />}
      title={t(kind === "time_out" ? "exclusion.time_out" : "exclusion.self_exclusion")}
    >
      {until ? (
        <>
          {t("exclusion.until")} <Moment at={until} style="full" className="font-medium" />
        </>
      ) : (
        t("exclusion.forever")
      )}
    </Callout>
  );
}

function LimitCard({ limit }: { limit: Limit }) {
  const t = useT();
  const word = useWord();
  const { currency } = limit;
  const share = limit.value ? shareOf(limit.used, limit.value) : 0;
  const title = `${word("limit_kind", limit.kind)} · ${word("period", limit.period)}`;
  return (
    <li className="grid content-start gap-2 rounded-xl border p-4 text-[0.8125rem]">
      <p className="font-medium">{title}</p>
      {limit.value ? (
        <>
          <Progress
            value={share}
            label={title}
            tone={share >= 1 ? "danger" : share >= NEAR ? "warning" : "primary"}
          />
          <p>
            <Money amount={limit.used} currency={currency} className="font-medium" />{" "}
            <span className="text-muted-foreground">
              {t("member.limit_of")} <Money amount={limit.value} currency={currency} />
            </span>
          </p>
        </>
      ) : (
        <p className="text-muted-foreground">{t("member.no_limit_yet")}</p>
      )}
      {limit.pending_from && (
        <p className="text-muted-foreground text-xs">
          {limit.pending_value ? (
            <>
              {t("member.limit_pending")} <Money amount={limit.pending_value} currency={currency} />
            </>
          ) : (
            t("member.limit_removal")
          )}{" "}
          <Moment at={limit.pending_from} />
        </p>
      )}
    </li>
  );
}

/** How much of a limit is used, for the width of a bar. */
function shareOf(used: string, value: string): number {
  const whole = toMinor(value, SCALE);
  return whole === 0n ? 1 : Number((toMinor(used, SCALE) * 1000n) / whole) / 1000;
}

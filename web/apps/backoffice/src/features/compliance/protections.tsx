import type { Limit, Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, toMinor } from "@stakehouse/kit";
import { Button, Callout, EmptyState, Progress } from "@stakehouse/ui";
import { ShieldCheck, TimerOff } from "lucide-react";
import { useState } from "react";
import { Section } from "~/app/page";
import { Can } from "~/app/permissions";
import { type PlainId, useWord } from "~/app/word";
import { ExcludeDialog } from "./exclude-dialog";
import { LimitDialog, ReturnDialog } from "./protection-dialogs";

const NOTES = {
  time_out: "exclusion.time_out",
  self_exclusion: "exclusion.self_exclusion",
  excluded: "protect.excluded",
  national_register: "exclusion.national_register",
} as const satisfies Record<string, PlainId>;
const NEAR = 0.9;
const SCALE = 8;

function noteOf(kind: string): PlainId {
  return kind in NOTES ? NOTES[kind as keyof typeof NOTES] : "exclusion.self_exclusion";
}

/** The limits that protect a member, as the member sees them. */
export function Protections({ memberId, limits }: { memberId: string; limits: readonly Limit[] }) {
  const t = useT();
  const [changing, setChanging] = useState(false);
  const [excluding, setExcluding] = useState(false);
  const set = limits.filter((limit) => limit.value !== null || limit.pending_value !== null);
  return (
    <Section
      title={t("member.limits")}
      aside={
        <Can permission="members:manage">
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="ghost" onClick={() => setExcluding(true)}>
              {t("protect.exclude")}
            </Button>
            <Button size="sm" variant="secondary" onClick={() => setChanging(true)}>
              {t("protect.set_limit")}
            </Button>
          </div>
        </Can>
      }
    >
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
      {excluding && <ExcludeDialog memberId={memberId} onClose={() => setExcluding(false)} />}
      {changing && <LimitDialog memberId={memberId} limits={limits} onClose={() => setChanging(false)} />}
    </Section>
  );
}

/** Says that a member is out, until when, and that nobody can shorten it. */
export function ExclusionNote({ member }: { member: Member }) {
  const t = useT();
  const [returning, setReturning] = useState(false);
  const { exclusion } = member;
  if (!exclusion) return null;
  const { kind, until, returns_at, everywhere } = exclusion;
  const isOver = until !== null && Date.parse(until) <= Date.now();
  return (
    <Callout tone="warning" icon={<TimerOff size={18} />} title={t(noteOf(kind))}>
      {everywhere && <p>{t("protect.everywhere")}</p>}
      {kind === "excluded" ? (
        t("protect.elsewhere")
      ) : kind === "national_register" ? (
        t("exclusion.national_register_text")
      ) : returns_at ? (
        <>
          {t("protect.returns")} <Moment at={returns_at} style="full" className="font-medium" />
        </>
      ) : isOver ? (
        <div className="grid justify-items-start gap-2">
          <p>{t("protect.term_over")}</p>
          <Can permission="members:manage">
            <Button size="sm" variant="secondary" onClick={() => setReturning(true)}>
              {t("protect.return")}
            </Button>
          </Can>
          {returning && <ReturnDialog member={member} onClose={() => setReturning(false)} />}
        </div>
      ) : until ? (
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
            <Amount value={limit.used} currency={currency} className="font-medium" />{" "}
            <span className="text-muted-foreground">
              {t("member.limit_of")} <Amount value={limit.value} currency={currency} />
            </span>
          </p>
        </>
      ) : (
        <p className="text-muted-foreground">{t("member.no_limit_yet")}</p>
      )}
      {limit.is_of_house && <p className="text-muted-foreground text-xs">{t("protect.of_house")}</p>}
      {limit.pending_from && (
        <p className="text-muted-foreground text-xs">
          {limit.pending_value ? (
            <>
              {t("member.limit_pending")} <Amount value={limit.pending_value} currency={currency} />
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

/** An amount of money, or minutes of play where there is no currency. */
function Amount({
  value,
  currency,
  className,
}: {
  value: string;
  currency: string | null;
  className?: string;
}) {
  const t = useT();
  if (currency) return <Money amount={value} currency={currency} className={className} />;
  return <span className={className}>{t("protect.minutes", { count: Number(value) })}</span>;
}

/** How much of a limit is used, for the width of a bar. */
function shareOf(used: string, value: string): number {
  const whole = toMinor(value, SCALE);
  return whole === 0n ? 1 : Number((toMinor(used, SCALE) * 1000n) / whole) / 1000;
}

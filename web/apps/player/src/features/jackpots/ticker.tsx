import { api, type Jackpot } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Money, RelativeTime, useErrorText } from "@stakehouse/kit";
import { cx, Skeleton, Switch, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSignedIn } from "~/app/session";
import { Counter } from "./counter";

const REFRESH_MS = 5000;

/** The house's jackpots, as they stand now. */
export function JackpotTicker({ className }: { className?: string }) {
  const { data, isPending } = useQuery({
    queryKey: ["jackpots"],
    queryFn: api.jackpots,
    refetchInterval: REFRESH_MS,
  });
  if (isPending) return <Skeleton className={cx("h-44 rounded-2xl", className)} />;
  if (!data?.items.length) return null;
  return (
    <div className={cx("grid gap-3", className)}>
      {data.items.map((jackpot) => (
        <JackpotPanel key={jackpot.id} jackpot={jackpot} />
      ))}
    </div>
  );
}

function JackpotPanel({ jackpot }: { jackpot: Jackpot }) {
  const t = useT();
  const signedIn = useSignedIn();
  const share = (jackpot.contribution_bp / 100).toString();
  return (
    <section
      aria-label={jackpot.name}
      className="relative grid overflow-hidden rounded-2xl bg-ink-night text-ink-paper sm:grid-cols-[1fr_auto]"
    >
      <Coins />
      <div className="relative grid content-center gap-1 px-5 pt-5 pb-4 sm:px-7 sm:py-6">
        <p className="caps text-ink-gold">{jackpot.name}</p>
        <p className="display text-[clamp(3.25rem,13vw,5.5rem)] text-ink-paper leading-none!">
          <Counter amount={jackpot.amount} currency={jackpot.currency} />
        </p>
        <p className="max-w-md text-sm opacity-80">
          {jackpot.last_win ? (
            <>
              {t("jackpot.last_win", { member: jackpot.last_win.member_masked })}{" "}
              <Money amount={jackpot.last_win.amount} currency={jackpot.currency} className="font-semibold" />{" "}
              <RelativeTime at={jackpot.last_win.at} />
            </>
          ) : (
            jackpot.odds_text
          )}
        </p>
      </div>
      {signedIn && (
        <div className="relative border-ink-line border-t px-5 py-2 sm:w-64 sm:content-center sm:border-t-0 sm:border-l sm:px-6">
          <OptIn jackpot={jackpot} share={share} />
        </div>
      )}
    </section>
  );
}

function OptIn({ jackpot, share }: { jackpot: Jackpot; share: string }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const change = useMutation({
    mutationFn: (optedIn: boolean) => api.optIn(jackpot.id, optedIn),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["jackpots"] }),
  });
  return (
    <Switch
      checked={change.isPending ? change.variables : jackpot.opted_in}
      onChange={change.mutate}
      disabled={change.isPending}
      label={t("jackpot.take_part")}
      hint={<span className="text-ink-paper/75">{t("jackpot.share", { share })}</span>}
    />
  );
}

function Coins() {
  const coins = [
    [392, 150, 44],
    [330, 182, 36],
    [452, 178, 40],
    [520, 146, 50],
    [585, 182, 38],
    [280, 206, 30],
    [640, 166, 34],
  ] as const;
  return (
    <svg
      viewBox="0 0 640 200"
      preserveAspectRatio="xMaxYMax slice"
      className="absolute inset-0 h-full w-full opacity-60"
      aria-hidden="true"
    >
      {coins.map(([x, y, r]) => (
        <g key={x}>
          <circle cx={x} cy={y + 6} r={r} fill="var(--ink-shadow)" />
          <circle cx={x} cy={y} r={r} fill="var(--ink-gold)" opacity="0.28" />
          <circle
            cx={x}
            cy={y}
            r={r * 0.76}
            fill="none"
            stroke="var(--ink-gold)"
            strokeOpacity="0.5"
            strokeWidth="1.5"
            strokeDasharray="2 4"
          />
        </g>
      ))}
    </svg>
  );
}

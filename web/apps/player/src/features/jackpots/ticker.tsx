import { api, type Jackpot } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Money, RelativeTime, useErrorText } from "@stakehouse/kit";
import { cx, Switch, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { jackpotsQuery } from "~/app/queries";
import { useSignedIn } from "~/app/session";
import { Counter } from "./counter";

/** Takes the room of a jackpot until the first one is told. */
const COMING: Jackpot = {
  id: "",
  name: "–",
  level: "",
  currency: "EUR",
  amount: "0.00",
  seed_amount: "0.00",
  contribution_bp: 0,
  funding: "stake",
  stake_per_hit: "0.00",
  odds_text: "–",
  last_win: null,
  opted_in: false,
};

/** The house's jackpots, as they stand now. */
export function JackpotTicker({ className }: { className?: string }) {
  const { data, isPending } = useQuery(jackpotsQuery);
  if (isPending)
    return (
      <div className={cx("shimmer rounded-2xl", className)} aria-busy="true">
        <div className="invisible" aria-hidden="true" data-jackpot>
          <JackpotPanel jackpot={COMING} />
        </div>
      </div>
    );
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
      className="@container relative overflow-hidden rounded-2xl bg-ink-night text-ink-paper"
    >
      <Coins />
      <div className="grid sm:grid-cols-[1fr_auto]">
        <div className="relative grid content-center gap-1 px-5 pt-5 pb-4 sm:px-7 sm:py-6">
          <p className="caps text-ink-gold" data-told="name">
            {jackpot.name}
          </p>
          <p
            data-told="amount"
            className="display text-[clamp(3.25rem,13vw,5.5rem)] text-ink-paper leading-none!"
          >
            <Counter amount={jackpot.amount} currency={jackpot.currency} />
          </p>
          <p className="max-w-md text-sm opacity-80" data-told="odds">
            {jackpot.last_win ? (
              <>
                {t("jackpot.last_win", { member: jackpot.last_win.member_masked })}{" "}
                <Money
                  amount={jackpot.last_win.amount}
                  currency={jackpot.currency}
                  className="font-semibold"
                />{" "}
                <RelativeTime at={jackpot.last_win.at} />
              </>
            ) : (
              jackpot.odds_text
            )}
          </p>
        </div>
        {signedIn && (
          <div
            data-untold
            className="relative border-ink-line border-t px-5 py-2 sm:w-64 sm:content-center sm:border-t-0 sm:border-l sm:px-6"
          >
            <OptIn jackpot={jackpot} share={share} />
          </div>
        )}
      </div>
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

const STACKS = [
  { x: 40, coins: 3 },
  { x: 112, coins: 5 },
  { x: 184, coins: 4 },
  { x: 256, coins: 7 },
] as const;

/** Stacks of coins at the foot of the panel. */
function Coins() {
  return (
    <svg
      viewBox="0 0 300 180"
      preserveAspectRatio="xMaxYMax meet"
      className="absolute inset-y-0 right-0 hidden h-full w-2/5 opacity-90 @4xl:block sm:right-68"
      aria-hidden="true"
    >
      {STACKS.map(({ x, coins }) => (
        <g key={x}>
          {Array.from({ length: coins }, (_, at) => at).map((at) => (
            <g key={at} transform={`translate(${x + (at % 2 ? 3 : -2)} ${172 - at * 17})`}>
              <path d="M-32-8v10c0 6 14 11 32 11S32 8 32 2V-8z" fill="var(--ink-coral)" />
              <path d="M-32-8v10c0 6 14 11 32 11S32 8 32 2V-8z" fill="var(--ink-gold)" opacity="0.55" />
              <ellipse cy="-8" rx="32" ry="11" fill="var(--ink-gold)" />
              <ellipse
                cy="-8"
                rx="24"
                ry="7.5"
                fill="none"
                stroke="var(--ink-coral)"
                strokeWidth="1.2"
                strokeOpacity="0.7"
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { addAmounts, Money, negate, RelativeTime } from "@stakehouse/kit";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PosterArt } from "../art/posters";

const SHOWN = 4;

/** The member's last rounds, each a tap away from its proof; nothing before the first one. */
export function LastRounds() {
  const t = useT();
  const { data } = useQuery({ queryKey: ["rounds", "last"], queryFn: () => api.rounds({ limit: SHOWN }) });
  const games = useQuery({ queryKey: ["games", "titles"], queryFn: () => api.games({ limit: 200 }) });
  if (!data?.items.length) return null;
  return (
    <section aria-labelledby="last-rounds" className="grid grid-cols-1 gap-3">
      <h2 id="last-rounds" className="display text-2xl">
        {t("games.last_rounds")}
      </h2>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {data.items.map((round) => {
          const game = games.data?.items.find((each) => each.slug === round.game);
          return (
            <li key={round.id}>
              <Link
                to="/rounds/$id"
                params={{ id: round.id }}
                className="poster flex items-center gap-3 rounded-xl border bg-card p-2.5 pr-4 shadow-card transition-colors hover:border-primary"
              >
                <span className="relative size-14 shrink-0 overflow-hidden rounded-lg bg-ink-night">
                  <PosterArt engine={game?.engine ?? round.game} />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-semibold">{game?.title ?? round.game}</span>
                  <RelativeTime at={round.created_at} className="text-muted-foreground text-sm" />
                </span>
                {round.status === "open" ? (
                  <span className="font-medium text-sm text-warning">
                    {t("rounds.status_of", { status: "open" })}
                  </span>
                ) : (
                  <Money
                    amount={addAmounts(round.payout, negate(round.stake))}
                    currency={round.currency}
                    signed
                    toned
                    className="font-semibold"
                  />
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

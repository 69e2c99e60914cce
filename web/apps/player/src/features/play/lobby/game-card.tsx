import { api, type Game } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Percent } from "@stakehouse/kit";
import { cx, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Heart } from "lucide-react";
import { useSignedIn } from "~/app/session";
import { PosterArt } from "../art/posters";

/** A game as a card of the deck: its poster, its name and what it returns. */
export function GameCard({ game }: { game: Game }) {
  const t = useT();
  const signedIn = useSignedIn();
  return (
    <div className="group/card relative">
      <Link
        to="/games/$slug"
        params={{ slug: game.slug }}
        className="poster relative block aspect-[3/4] overflow-hidden rounded-xl bg-ink-night shadow-card transition-[translate,rotate,box-shadow] duration-[240ms] ease-house hover:-translate-y-1.5 hover:-rotate-1 hover:shadow-float focus-visible:-translate-y-1.5"
      >
        <PosterArt engine={game.engine} />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-1.5 rounded-[calc(var(--radius)*1.1)] border border-ink-line"
        />
        <span className="absolute inset-x-0 bottom-0 grid gap-1 bg-linear-to-t from-15% from-ink-night/95 to-transparent px-4 pt-12 pb-3.5 text-ink-paper">
          <span className="display text-[2rem] sm:text-4xl">{game.title}</span>
          <span className="flex items-center gap-2 text-xs">
            <span className="opacity-80">{t("games.rtp")}</span>
            <span className="font-semibold">
              <Percent value={game.rtp} of={Number(game.rtp) > 2 ? 100 : 1} />
            </span>
          </span>
        </span>
      </Link>
      {signedIn && <FavouriteButton game={game} />}
    </div>
  );
}

function FavouriteButton({ game }: { game: Game }) {
  const t = useT();
  const queries = useQueryClient();
  const chosen = game.favourite ?? false;
  const change = useMutation({
    mutationFn: () => api.setFavourite(game.slug, !chosen),
    onError: () => toast(t("state.error.unknown"), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["games"] }),
  });
  const on = change.isPending ? !chosen : chosen;
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={t("games.favourite", { title: game.title })}
      onClick={() => change.mutate()}
      className={cx(
        "absolute top-2.5 right-2.5 grid size-11 place-items-center rounded-full bg-ink-night/60 text-ink-paper transition-[opacity,scale] active:scale-90",
        !on && "lg:opacity-0 lg:focus-visible:opacity-100 lg:group-hover/card:opacity-100",
      )}
    >
      <Heart size={19} className={on ? "fill-ink-rose text-ink-rose" : ""} />
    </button>
  );
}

/** The same size as a card, while games load. */
export function GameCardSkeleton() {
  return <Skeleton className="aspect-[3/4] rounded-xl" />;
}

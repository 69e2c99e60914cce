import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Button, EmptyState } from "@stakehouse/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Heart, SearchX } from "lucide-react";
import { GameCard, GameCardSkeleton } from "./game-card";
import { gamesQuery } from "./games-query";

const EXPECTED = 5;
const grid = "grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-5";

interface GameGridProps {
  category?: string;
  query?: string;
  onClear: () => void;
}

/** The games that match, as cards. */
export function GameGrid({ category, query, onClear }: GameGridProps) {
  const t = useT();
  const games = useInfiniteQuery(gamesQuery({ category, query }));
  if (games.error && !games.data)
    return <QueryError error={games.error} onRetry={() => void games.refetch()} />;
  if (!games.data) {
    return (
      <div className={grid} aria-busy="true">
        {Array.from({ length: EXPECTED }, (_, at) => at).map((at) => (
          <GameCardSkeleton key={at} />
        ))}
      </div>
    );
  }
  const items = games.data.pages.flatMap((page) => page.items);
  if (!items.length) return <NoGames category={category} query={query} onClear={onClear} />;
  return (
    <div className="grid gap-6">
      <ul className={grid}>
        {items.map((game) => (
          <li key={game.slug}>
            <GameCard game={game} />
          </li>
        ))}
      </ul>
      {games.hasNextPage && (
        <Button
          variant="outline"
          className="justify-self-center"
          busy={games.isFetchingNextPage}
          onClick={() => void games.fetchNextPage()}
        >
          {t("action.more")}
        </Button>
      )}
    </div>
  );
}

function NoGames({ category, query, onClear }: GameGridProps) {
  const t = useT();
  if (category === "favourites" && !query)
    return (
      <EmptyState icon={<Heart size={24} />} title={t("games.no_favourites.title")}>
        {t("games.no_favourites.body")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<SearchX size={24} />}
      title={t("state.empty.no_match")}
      action={
        <Button variant="outline" onClick={onClear}>
          {t("action.clear_filters")}
        </Button>
      }
    />
  );
}

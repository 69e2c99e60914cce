import { useInfiniteQuery } from "@tanstack/react-query";
import { gamesQuery } from "../lobby/games-query";

/** The house's games as choices of a list. */
export function GameOptions() {
  const { data } = useInfiniteQuery(gamesQuery({}));
  return data?.pages
    .flatMap((page) => page.items)
    .map((game) => (
      <option key={game.slug} value={game.slug}>
        {game.title}
      </option>
    ));
}

import { api } from "@stakehouse/api/player";
import { infiniteQueryOptions } from "@tanstack/react-query";

/** Games by category and words, page after page. */
export function gamesQuery(filter: { category?: string; query?: string }) {
  return infiniteQueryOptions({
    queryKey: ["games", filter],
    queryFn: ({ pageParam }) => api.games({ ...filter, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

import { api, type PlayClock, player } from "@stakehouse/api/player";
import { addAmounts } from "@stakehouse/kit";
import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";

const ASK_AGAIN_MS = 60_000;

/** The server's clock of play: it counts on whatever device and in whatever window one plays. */
export const playClockQuery = queryOptions({
  queryKey: ["play-clock"],
  queryFn: api.playClock,
  enabled: () => player.signedIn(),
  refetchInterval: ASK_AGAIN_MS,
  retry: false,
});

/** Adds a round that came to rest to the net position until the server is asked again. */
export function countNet(queries: QueryClient, currency: string, change: string): void {
  const known = queries.getQueryData(playClockQuery.queryKey);
  if (!known?.session?.results.some((result) => result.currency === currency)) {
    void queries.invalidateQueries({ queryKey: playClockQuery.queryKey });
    return;
  }
  const { session } = known;
  const results = session.results.map((result) =>
    result.currency === currency ? { ...result, net: addAmounts(result.net, change) } : result,
  );
  queries.setQueryData(playClockQuery.queryKey, { ...known, session: { ...session, results } });
}

/** The running session of play; nothing while none runs. */
export function useSitting(): PlayClock["session"] {
  const { data } = useQuery(playClockQuery);
  return data?.session ?? null;
}

import { api, player } from "@stakehouse/api/player";
import { queryOptions } from "@tanstack/react-query";

/** What several features read; each feature keeps the rest of its queries to itself. */
export const tenantQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: api.tenant,
  staleTime: 5 * 60_000,
});

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: api.me,
  enabled: () => player.signedIn(),
  staleTime: 60_000,
});

export const walletQuery = queryOptions({
  queryKey: ["wallet"],
  queryFn: api.wallet,
  enabled: () => player.signedIn(),
});

const JACKPOTS_REFRESH_MS = 5000;

export const jackpotsQuery = queryOptions({
  queryKey: ["jackpots"],
  queryFn: api.jackpots,
  refetchInterval: JACKPOTS_REFRESH_MS,
});

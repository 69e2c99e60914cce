import { api, type GameDetail } from "@stakehouse/api/player";
import { queryOptions, useQuery } from "@tanstack/react-query";

const STALE_MS = 5 * 60_000;

/** What the law of the house asks of its pages. */
const houseQuery = queryOptions({ queryKey: ["house"], queryFn: api.house, staleTime: STALE_MS });

export interface Law {
  /** The shortest time from one bet to the next; the server refuses what is faster. */
  cycleMs: number;
  /** Whether a player may cut an animation short. */
  mayStop: boolean;
  /** Whether a game may go faster than at first. */
  mayHurry: boolean;
  /** Whether a win that is not above its stake may be shown as one. */
  celebratesLosses: boolean;
}

/** The law as a game's page obeys it; while it is not known, nothing is allowed that a law forbids. */
export function useLaw(game: GameDetail): Law {
  const { data } = useQuery(houseQuery);
  const slots = game.engine === "slots" || game.category === "slots";
  return {
    cycleMs: data?.shortest_cycle_ms[slots ? "slots" : "casino"] ?? 0,
    mayStop: data?.slam_stop ?? false,
    mayHurry: data?.turbo ?? false,
    celebratesLosses: data?.celebrates_losses ?? false,
  };
}

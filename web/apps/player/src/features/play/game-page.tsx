import { api, type GameDetail } from "@stakehouse/api/player";
import { QueryError } from "@stakehouse/kit";
import { Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from "react";
import { useSignedIn } from "~/app/session";
import { NotFound } from "~/shell/dead-ends";
import { SittingBar } from "~/shell/sitting-bar";

const route = getRouteApi("/games/$slug");

/** Asks whether to go on when it is time; no part of the game itself. */
const RealityCheck = lazy(() => import("~/shell/reality-check"));

/** The way out in one tap. */
const StopNow = lazy(() => import("~/shell/stop-now"));

type GameComponent = LazyExoticComponent<ComponentType<{ game: GameDetail }>>;

/** One line per game: its engine and its page, loaded when it is opened. */
const games: Record<string, GameComponent> = {
  dice: lazy(() => import("./dice/dice-game")),
  limbo: lazy(() => import("./limbo/limbo-game")),
  roulette: lazy(() => import("./roulette/roulette-game")),
  slots: lazy(() => import("./slots/slots-game")),
  mines: lazy(() => import("./mines/mines-game")),
};

/** The page of a game: the server says what it is and whether a round is still open. */
export default function GamePage() {
  const { slug } = route.useParams();
  const signedIn = useSignedIn();
  const {
    data: game,
    error,
    refetch,
  } = useQuery({
    queryKey: ["game", slug],
    queryFn: () => api.game(slug),
    // A page mounted again asks again: a round may have been opened on another device.
    refetchOnMount: "always",
    gcTime: 0,
  });
  if (error && !game) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!game) return <GameSkeleton />;
  const Game = games[game.engine];
  if (!Game) return <NotFound />;
  return (
    <>
      {signedIn && (
        <div className="lg:hidden">
          <SittingBar />
        </div>
      )}
      {signedIn && (
        <Suspense>
          <RealityCheck />
        </Suspense>
      )}
      <Suspense fallback={<GameSkeleton />}>
        <Game key={slug} game={game} />
        {signedIn && <StopNow />}
      </Suspense>
    </>
  );
}

function GameSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto grid w-full max-w-6xl gap-4 px-3 py-3 sm:px-6 sm:py-5">
      <Skeleton className="h-11 w-48" />
      <div className="grid gap-4 lg:grid-cols-[1fr_21rem]">
        <Skeleton className="h-96 rounded-2xl" />
        <Skeleton className="h-72 rounded-2xl" />
      </div>
    </div>
  );
}

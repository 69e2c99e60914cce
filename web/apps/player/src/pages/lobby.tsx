import { useT } from "@stakehouse/i18n";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTitle } from "~/app/page";
import { useSignedIn } from "~/app/session";
import { JackpotTicker } from "~/features/jackpots/ticker";
import { GameGrid } from "~/features/play/lobby/game-grid";
import { LastRounds } from "~/features/play/lobby/last-rounds";
import { LobbyFilters } from "~/features/play/lobby/lobby-filters";
import { Welcome } from "./welcome";

const route = getRouteApi("/");

/** The lobby: the jackpots and every game; for strangers, first what kind of house this is. */
export default function LobbyPage() {
  const t = useT();
  useTitle(t("nav.lobby"));
  const signedIn = useSignedIn();
  const navigate = useNavigate();
  const { q, category } = route.useSearch();
  return (
    <div className="mx-auto grid w-full max-w-7xl grid-cols-1 animate-rise gap-6 px-4 py-5 sm:px-6 lg:px-8 lg:py-6">
      {signedIn ? <h1 className="sr-only">{t("nav.lobby")}</h1> : <Welcome />}
      <JackpotTicker />
      <section aria-label={t("games.all")} className="grid grid-cols-1 gap-5">
        <LobbyFilters
          category={category}
          query={q}
          onChange={(search) => void navigate({ to: "/", search, replace: true, resetScroll: false })}
        />
        <GameGrid category={category} query={q} onClear={() => void navigate({ to: "/", search: {} })} />
      </section>
      {signedIn && <LastRounds />}
    </div>
  );
}

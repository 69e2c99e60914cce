import { api, type GameDetail } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Percent } from "@stakehouse/kit";
import { Badge, cx, IconButton } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Heart, Info, ShieldCheck, Volume2, VolumeX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTitle } from "~/app/page";
import { useSignedIn } from "~/app/session";
import { GameInfo } from "./game-info";
import { setSound, useSound } from "./sound";

interface GameFrameProps {
  game: GameDetail;
  /** What moves. */
  stage: ReactNode;
  /** Where the bet is set. */
  panel: ReactNode;
  /** The results of this visit. */
  results: ReactNode;
  /** What the last act came to, in words. */
  status: string;
  rules: ReactNode;
  /** The inks of the stage's ground. */
  ground?: string;
  /** Keeps the panel in sight on phones. */
  stickyPanel?: boolean;
}

/** The frame every game shares: its name and tools, the stage, the panel, the results. */
export function GameFrame({
  game,
  stage,
  panel,
  results,
  status,
  rules,
  ground,
  stickyPanel = false,
}: GameFrameProps) {
  const t = useT();
  useTitle(game.title);
  const [infoOpen, setInfoOpen] = useState(false);
  return (
    <div className="mx-auto grid w-full max-w-6xl animate-rise grid-cols-1 gap-3 px-3 py-3 sm:gap-4 sm:px-6 sm:py-5">
      <header className="flex items-center gap-2">
        <Link
          to="/"
          aria-label={t("nav.home")}
          className="-ml-1 grid size-11 shrink-0 place-items-center rounded-lg text-muted-foreground hover:bg-muted hover:text-foreground"
        >
          <ArrowLeft size={20} />
        </Link>
        <h1 className="display min-w-0 truncate py-0.5 text-[1.625rem] sm:text-4xl">{game.title}</h1>
        <Badge className="max-sm:hidden">
          {t("games.rtp")} <Percent value={game.rtp} of={Number(game.rtp) > 2 ? 100 : 1} />
        </Badge>
        <span className="ml-auto flex shrink-0 max-sm:[&>*]:w-10!">
          <Favourite game={game} />
          <SoundToggle />
          <Link
            to="/fairness"
            aria-label={t("nav.fairness")}
            title={t("nav.fairness")}
            className="grid size-11 place-items-center rounded-lg hover:bg-muted"
          >
            <ShieldCheck size={20} />
          </Link>
          <IconButton label={t("play.info")} onClick={() => setInfoOpen(true)}>
            <Info size={20} />
          </IconButton>
        </span>
      </header>
      <div className="grid grid-cols-1 items-start gap-3 sm:gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid min-w-0 grid-cols-1 gap-3">
          <div
            className={cx(
              "relative isolate overflow-hidden rounded-2xl text-ink-paper",
              ground ?? "bg-ink-night",
            )}
          >
            {stage}
            <p
              role="status"
              className="relative min-h-11 bg-ink-night/60 px-4 py-2.5 text-center font-medium text-sm"
            >
              {status}
            </p>
          </div>
          {results}
        </div>
        <div
          className={cx("z-20 lg:sticky lg:top-20", stickyPanel && "max-lg:sticky max-lg:bottom-[4.25rem]")}
        >
          {panel}
        </div>
      </div>
      <GameInfo game={game} open={infoOpen} onClose={() => setInfoOpen(false)}>
        {rules}
      </GameInfo>
    </div>
  );
}

function SoundToggle() {
  const t = useT();
  const on = useSound();
  return (
    <IconButton label={t("play.sound")} aria-pressed={on} onClick={() => setSound(!on)}>
      {on ? <Volume2 size={20} /> : <VolumeX size={20} />}
    </IconButton>
  );
}

function Favourite({ game }: { game: GameDetail }) {
  const t = useT();
  const queries = useQueryClient();
  const signedIn = useSignedIn();
  const [on, setOn] = useState(game.favourite);
  const change = useMutation({
    mutationFn: (next: boolean) => api.setFavourite(game.slug, next),
    onMutate: setOn,
    onError: (_, next) => setOn(!next),
    onSettled: () => queries.invalidateQueries({ queryKey: ["games"] }),
  });
  if (!signedIn) return null;
  return (
    <IconButton
      label={t("games.favourite", { title: game.title })}
      aria-pressed={on}
      onClick={() => change.mutate(!on)}
    >
      <Heart size={20} className={on ? "fill-danger text-danger" : ""} />
    </IconButton>
  );
}

import type { GameDetail } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, shortFactor } from "@stakehouse/kit";
import { BetPanel } from "../shell/bet-panel";
import { GameFrame } from "../shell/game-frame";
import { useLaw } from "../shell/law";
import { ResultsStrip } from "../shell/results-strip";
import { usePlay } from "../shell/use-play";
import { useStake } from "../shell/use-stake";
import { useStatus } from "../shell/use-status";
import { type MachineConfig, outcomeOf } from "./machine";
import { Paytable } from "./paytable";
import "./slots.css";
import { SlotsStage } from "./slots-stage";
import { useReels } from "./use-reels";

/** Slots: the server spins; the reels show what came, free spins and all. */
export default function SlotsGame({ game }: { game: GameDetail }) {
  const t = useT();
  const machine = game.config as unknown as MachineConfig;
  const stake = useStake(game);
  const law = useLaw(game);
  const reels = useReels(machine, law);
  const play = usePlay({
    game,
    currency: stake.currency,
    reveal: (round) =>
      reels.reveal(outcomeOf(round), law.celebratesLosses || compareAmounts(round.payout, round.stake) > 0),
  });
  const status = useStatus(play, t("slots.goal", { lines: machine.lines.length }), (round) => {
    const { wins, free_spins } = outcomeOf(round);
    return t("slots.result", { lines: wins.length, free: free_spins.length });
  });
  return (
    <GameFrame
      game={game}
      status={status}
      stage={
        <SlotsStage
          machine={machine}
          columns={reels.columns}
          strips={reels.strips}
          shown={reels.shown}
          free={reels.free}
          moving={play.phase === "revealing"}
          quiet={reels.quiet}
          onSkip={law.mayStop ? reels.hurry : null}
        />
      }
      panel={
        <BetPanel
          stake={stake}
          busy={play.busy}
          failure={play.failure}
          onBet={(amount) => void play.bet(amount, {})}
        />
      }
      results={
        <ResultsStrip
          results={play.results}
          face={(round) => ({
            text: `${shortFactor(round.multiplier)}×`,
            name: t("slots.result_of", { multiplier: round.multiplier }),
          })}
        />
      }
      rules={<Paytable machine={machine} />}
    />
  );
}

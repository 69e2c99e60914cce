import type { GameDetail, Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, formatMoney, shortFactor } from "@stakehouse/kit";
import { Button } from "@stakehouse/ui";
import { useState } from "react";
import { BetPanel } from "../shell/bet-panel";
import { GameFrame } from "../shell/game-frame";
import { pause } from "../shell/motion";
import { ResultsStrip } from "../shell/results-strip";
import { play as sound } from "../shell/sound";
import { usePlay } from "../shell/use-play";
import { useStake } from "../shell/use-stake";
import { useStatus } from "../shell/use-status";
import { Board } from "./board";
import { Ladder } from "./ladder";
import { MineCount } from "./mine-count";
import "./mines.css";
import { cashOutOf } from "./odds";

interface MinesConfig {
  edge_bp: number;
  tiles: number;
  mines: [low: number, high: number];
  ladders: Record<string, string[]>;
}

export interface MinesOutcome {
  mines: number;
  revealed: number[];
  next_multiplier?: string;
  mine_tiles?: number[];
  is_won?: boolean;
}

function outcomeOf(round: Round): MinesOutcome {
  return round.outcome as unknown as MinesOutcome;
}

/** Mines: open tiles one by one, cash out before a mine. A round left open waits here after a reload. */
export default function MinesGame({ game }: { game: GameDetail }) {
  const t = useT();
  const config = game.config as unknown as MinesConfig;
  const stake = useStake(game);
  const [pressed, setPressed] = useState<number | null>(null);
  const [chosen, setChosen] = useState(() => (game.open_round ? outcomeOf(game.open_round).mines : 3));

  const play = usePlay({
    game,
    currency: stake.currency,
    reveal: async (round) => {
      if (!outcomeOf(round).is_won) await pause(450);
    },
  });
  const { round, phase } = play;
  const outcome = round && (phase !== "idle" || round.status === "settled") ? outcomeOf(round) : null;
  const isOpen = round?.status === "open";
  const opened = outcome?.revealed.length ?? 0;
  const mines = isOpen && outcome ? outcome.mines : chosen;

  async function reveal(tile: number): Promise<void> {
    setPressed(tile);
    await play.step("reveal", { tile });
    setPressed(null);
    sound("safe");
  }

  const takeable =
    round && isOpen && opened > 0 ? cashOutOf(config.edge_bp, mines, opened, round.stake) : null;
  const idle = isOpen
    ? t("mines.open", { opened, next: shortFactor(outcome?.next_multiplier ?? "0") })
    : t("mines.goal", { mines });
  const status = useStatus(play, idle, (settled) => {
    const { is_won, revealed } = outcomeOf(settled);
    return is_won
      ? t("mines.cashed", { opened: revealed.length })
      : t("mines.hit", { opened: Math.max(0, revealed.length - 1) });
  });
  const free = Array.from({ length: config.tiles }, (_, at) => at).filter(
    (tile) => !outcome?.revealed.includes(tile),
  );

  return (
    <GameFrame
      game={game}
      status={isOpen && phase === "waiting" ? idle : status}
      ground="bg-ink-plum"
      stage={
        <div className="grid gap-4 p-3 sm:p-7">
          <Ladder
            steps={config.ladders[String(mines)] ?? []}
            opened={outcome?.is_won === false ? 0 : opened}
            isOpen={isOpen}
          />
          <Board
            tiles={config.tiles}
            outcome={outcome}
            pressed={pressed}
            playable={isOpen && !play.busy}
            onOpen={(tile) => void reveal(tile)}
          />
        </div>
      }
      panel={
        <BetPanel
          stake={stake}
          busy={play.busy}
          failure={play.failure}
          onBet={(amount) => void play.bet(amount, { mines: chosen })}
          action={
            isOpen && round ? (
              <div className="grid gap-2">
                <Button
                  size="lg"
                  className="h-14! text-lg!"
                  disabled={!takeable || play.busy}
                  onClick={() => void play.step("cash_out")}
                >
                  {takeable
                    ? t("mines.cash_out", { amount: formatMoney(takeable, round.currency) })
                    : t("mines.open_first")}
                </Button>
                <Button
                  variant="secondary"
                  disabled={play.busy}
                  onClick={() => {
                    // Which covered tile is tried is the player's luck alone; the mines lie fixed already.
                    const [luck = 0] = crypto.getRandomValues(new Uint32Array(1));
                    const tile = free[luck % free.length];
                    if (tile !== undefined) void reveal(tile);
                  }}
                >
                  {t("mines.random")}
                </Button>
              </div>
            ) : undefined
          }
        >
          <MineCount
            value={mines}
            low={config.mines[0]}
            high={config.mines[1]}
            disabled={isOpen || play.busy}
            onChange={setChosen}
          />
        </BetPanel>
      }
      results={
        <ResultsStrip
          results={play.results}
          face={(settled) => ({
            text: compareAmounts(settled.payout, "0") > 0 ? `${shortFactor(settled.multiplier)}×` : "0×",
            name: t("mines.result_of", { multiplier: settled.multiplier }),
          })}
        />
      }
      rules={<p>{t("mines.rules")}</p>}
    />
  );
}

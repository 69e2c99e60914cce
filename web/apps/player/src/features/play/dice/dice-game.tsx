import type { GameDetail, Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney, fromMinor, toMinor } from "@stakehouse/kit";
import { Segmented } from "@stakehouse/ui";
import { useRef, useState } from "react";
import { BetPanel } from "../shell/bet-panel";
import { GameFrame } from "../shell/game-frame";
import { easeOut, run } from "../shell/motion";
import { NumberField } from "../shell/number-field";
import { ResultsStrip } from "../shell/results-strip";
import { play as sound } from "../shell/sound";
import { usePlay } from "../shell/use-play";
import { useStake } from "../shell/use-stake";
import { useStatus } from "../shell/use-status";
import { DiceStage } from "./dice-stage";
import {
  chanceOf,
  type DiceConfig,
  type Direction,
  hundredths,
  multiplierOf,
  payoutOf,
  targetFor,
  text,
  within,
} from "./odds";

const ROLL_MS = 750;

interface DiceOutcome {
  roll: string;
  is_won: boolean;
}

function outcomeOf(round: Round): { roll: number; won: boolean } {
  const outcome = round.outcome as unknown as DiceOutcome;
  return { roll: hundredths(outcome.roll) ?? 0, won: outcome.is_won };
}

/** Dice: a roll over or under a target of one's own. */
export default function DiceGame({ game }: { game: GameDetail }) {
  const t = useT();
  const config = game.config as unknown as DiceConfig;
  const stake = useStake(game);
  const [direction, setDirection] = useState<Direction>("over");
  const [target, setTarget] = useState(5050);
  const [shown, setShown] = useState<{ roll: number; won: boolean } | null>(null);
  const figure = useRef<HTMLSpanElement>(null);
  const marker = useRef<HTMLDivElement>(null);

  async function reveal(round: Round): Promise<void> {
    const next = outcomeOf(round);
    const from = shown?.roll ?? 5000;
    marker.current?.classList.remove("invisible");
    let ticked = 0;
    await run(ROLL_MS, (share) => {
      const at = Math.round(from + (next.roll - from) * easeOut(share, 4));
      const ahead = Math.floor(share * 9);
      if (ahead > ticked) sound("tick");
      ticked = ahead;
      if (figure.current) figure.current.textContent = text(at);
      if (marker.current) {
        marker.current.style.left = `${at / 100}%`;
        marker.current.style.rotate = `${(1 - easeOut(share, 4)) * (next.roll >= from ? -540 : 540)}deg`;
      }
    });
    setShown(next);
  }

  const play = usePlay({ game, currency: stake.currency, reveal });
  const chance = chanceOf(direction, target);
  const multiplier = multiplierOf(config, chance);
  const payout = stake.amount
    ? formatMoney(
        fromMinor(payoutOf(config, chance, toMinor(stake.amount, stake.scale)), stake.scale),
        stake.currency,
      )
    : "–";
  const status = useStatus(play, t(`dice.goal.${direction}`, { target: text(target) }), (round) =>
    t("dice.rolled", { roll: text(outcomeOf(round).roll) }),
  );
  const aim = (next: number) => setTarget(within(config, direction, next));

  return (
    <GameFrame
      game={game}
      status={status}
      stage={
        <DiceStage
          direction={direction}
          target={target}
          disabled={play.busy}
          onTarget={aim}
          shown={shown}
          figure={figure}
          marker={marker}
          rolling={play.phase === "revealing"}
        />
      }
      panel={
        <BetPanel
          stake={stake}
          busy={play.busy}
          failure={play.failure}
          onBet={(amount) => void play.bet(amount, { direction, target: text(target) })}
        >
          <Segmented
            label={t("dice.direction")}
            value={direction}
            disabled={play.busy}
            options={[
              { value: "over", label: t("dice.over") },
              { value: "under", label: t("dice.under") },
            ]}
            onChange={(next) => {
              // The chance stays as it was; the target moves to the other side.
              setDirection(next);
              setTarget(within(config, next, targetFor(next, chance)));
            }}
          />
          <div className="grid grid-cols-3 gap-2">
            <NumberField
              label={t(`dice.${direction}`)}
              value={text(target)}
              disabled={play.busy}
              onCommit={(typed) => aim(hundredths(typed) ?? target)}
            />
            <NumberField
              label={t("play.multiplier")}
              suffix="×"
              value={text(multiplier)}
              disabled={play.busy}
              onCommit={(typed) => {
                const wanted = hundredths(typed);
                if (wanted) aim(targetFor(direction, Math.floor(((10_000 - config.edge_bp) * 100) / wanted)));
              }}
            />
            <NumberField
              label={t("play.chance")}
              suffix="%"
              value={text(chance)}
              disabled={play.busy}
              onCommit={(typed) => aim(targetFor(direction, hundredths(typed) ?? chance))}
            />
          </div>
          <p className="flex justify-between text-sm">
            <span className="text-muted-foreground">{t("play.pays")}</span>
            <span className="figures font-semibold">{payout}</span>
          </p>
        </BetPanel>
      }
      results={
        <ResultsStrip
          results={play.results}
          face={(round) => ({
            text: text(outcomeOf(round).roll),
            name: t("dice.rolled", { roll: text(outcomeOf(round).roll) }),
          })}
        />
      }
      rules={<p>{t("dice.rules")}</p>}
    />
  );
}

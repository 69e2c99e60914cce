import type { GameDetail, Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, formatMoney, fromMinor } from "@stakehouse/kit";
import { useState } from "react";
import { BetPanel } from "../shell/bet-panel";
import { GameFrame } from "../shell/game-frame";
import { ResultsStrip } from "../shell/results-strip";
import { play as sound } from "../shell/sound";
import { usePlay } from "../shell/use-play";
import { useStake } from "../shell/use-stake";
import { useStatus } from "../shell/use-status";
import { ChipRack } from "./chip-rack";
import { colourOf, INKS } from "./cloth";
import "./cloth.css";
import { Table } from "./table";
import { useChips } from "./use-chips";
import { useSpin } from "./use-spin";
import { Wheel } from "./wheel";

function numberOf(round: Round): number {
  return Number((round.outcome as { number?: number } | null)?.number ?? 0);
}

/** European roulette: chips on the cloth, one spin for all of them. */
export default function RouletteGame({ game }: { game: GameDetail }) {
  const t = useT();
  const stake = useStake(game);
  const chips = useChips(stake.scale);
  const [chip, setChip] = useState(() => 10n ** BigInt(stake.scale));
  const { rotor, ball, number, spin, hurry } = useSpin();
  const play = usePlay({ game, currency: stake.currency, reveal: (round) => spin(numberOf(round)) });

  const total = fromMinor(chips.total, stake.scale);
  const tooMuch = compareAmounts(total, stake.high) > 0;
  const tooLittle = compareAmounts(total, stake.low) < 0;
  const bounds = {
    low: formatMoney(stake.low, stake.currency),
    high: formatMoney(stake.high, stake.currency),
  };
  const told = (n: number) => t("roulette.fell", { number: n, colour: colourOf(n) });
  const status = useStatus(
    play,
    chips.isEmpty ? t("roulette.goal") : t("roulette.ready", { count: chips.table.size }),
    (round) => told(numberOf(round)),
  );

  return (
    <GameFrame
      game={game}
      status={status}
      ground="bg-ink-felt"
      stickyPanel
      stage={
        <div className="grid gap-4 p-3 sm:gap-6 sm:p-6">
          <div className="relative mx-auto w-full max-w-[17rem] sm:max-w-[21rem]">
            <Wheel rotor={rotor} ball={ball} hasBall={number !== null} className="w-full drop-shadow-xl" />
            {number !== null && (
              <p
                aria-hidden="true"
                className="display -translate-1/2 absolute top-1/2 left-1/2 grid size-[27%] animate-pop place-items-center rounded-full border-2 border-ink-gold text-5xl sm:text-6xl"
                style={{ background: INKS[colourOf(number)] }}
              >
                {number}
              </p>
            )}
            {play.phase === "revealing" && (
              <button
                type="button"
                onClick={hurry}
                className="absolute right-0 bottom-0 h-10 rounded-full bg-ink-night/70 px-4 font-medium text-sm"
              >
                {t("play.skip")}
              </button>
            )}
          </div>
          <Table
            chips={chips}
            scale={stake.scale}
            disabled={play.busy}
            number={number}
            onPut={(place) => {
              sound("flip");
              chips.put(place, chip);
            }}
          />
        </div>
      }
      panel={
        <BetPanel
          stake={stake}
          hideAmount
          sticky
          idleLabel={t("roulette.place_chip")}
          total={chips.isEmpty ? undefined : total}
          busy={play.busy}
          blocked={chips.isEmpty || tooMuch || tooLittle}
          failure={play.failure}
          onBet={(amount) => {
            chips.remember();
            void play.bet(amount, { bets: chips.bets() });
          }}
        >
          <ChipRack
            chips={chips}
            chosen={chip}
            onChoose={setChip}
            scale={stake.scale}
            currency={stake.currency}
            disabled={play.busy}
          />
          <p className="flex justify-between text-sm max-lg:hidden">
            <span className="text-muted-foreground">{t("roulette.on_table")}</span>
            <span className="figures font-semibold">{formatMoney(total, stake.currency)}</span>
          </p>
          {!chips.isEmpty && (tooMuch || tooLittle) && (
            <p className="text-danger text-sm">{t("play.bounds", bounds)}</p>
          )}
        </BetPanel>
      }
      results={
        <ResultsStrip
          results={play.results}
          face={(round) => ({ text: <NumberFace number={numberOf(round)} />, name: told(numberOf(round)) })}
        />
      }
      rules={<p>{t("roulette.rules")}</p>}
    />
  );
}

function NumberFace({ number }: { number: number }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="size-2.5 rounded-full" style={{ background: INKS[colourOf(number)] }} />
      {number}
    </span>
  );
}

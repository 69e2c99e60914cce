import type { GameDetail, Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney, timesDecimal } from "@stakehouse/kit";
import { useRef, useState } from "react";
import { BetPanel } from "../shell/bet-panel";
import { GameFrame } from "../shell/game-frame";
import { run } from "../shell/motion";
import { NumberField } from "../shell/number-field";
import { ResultsStrip } from "../shell/results-strip";
import { play as sound } from "../shell/sound";
import { usePlay } from "../shell/use-play";
import { useStake } from "../shell/use-stake";
import { useStatus } from "../shell/use-status";
import { LimboStage } from "./limbo-stage";

interface LimboConfig {
  edge_bp: number;
  targets: [low: string, high: string];
}

export interface LimboShown {
  drawn: number;
  won: boolean;
}

const QUICK = ["1.50", "2.00", "5.00", "10.00", "100.00"];

function hundredths(typed: string): number | null {
  const match = /^(\d{1,8})(?:[.,](\d{0,2}))?$/.exec(typed.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

function asText(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
}

function outcomeOf(round: Round): LimboShown {
  const outcome = round.outcome as { multiplier?: string; is_won?: boolean } | null;
  return { drawn: hundredths(outcome?.multiplier ?? "1") ?? 100, won: outcome?.is_won ?? false };
}

/** Limbo: a multiplier is drawn; the target is paid if it was reached. */
export default function LimboGame({ game }: { game: GameDetail }) {
  const t = useT();
  const config = game.config as unknown as LimboConfig;
  const stake = useStake(game);
  const [target, setTarget] = useState(200);
  const [shown, setShown] = useState<LimboShown | null>(null);
  const figure = useRef<HTMLSpanElement>(null);
  const rings = useRef<SVGGElement>(null);

  async function reveal(round: Round): Promise<void> {
    const next = outcomeOf(round);
    // The figure climbs evenly in the logarithm: every doubling takes as long as the one before.
    const height = Math.log(next.drawn / 100);
    let doublings = 0;
    await run(Math.min(1700, 450 + height * 260), (share) => {
      const now = share === 1 ? next.drawn : Math.floor(100 * Math.exp(height * share));
      if (Math.floor(Math.log2(now / 100)) > doublings) {
        doublings += 1;
        sound("tick");
      }
      if (figure.current) figure.current.textContent = asText(now);
      rings.current?.style.setProperty("scale", String(1 + Math.min(0.5, (height * share) / 9)));
    });
    setShown(next);
  }

  const play = usePlay({ game, currency: stake.currency, reveal });
  const idle = t("limbo.goal", { target: asText(target) });
  const status = useStatus(play, idle, (round) =>
    t("limbo.drawn", { drawn: asText(outcomeOf(round).drawn) }),
  );
  const chance = (10_000 - config.edge_bp) / target;

  function aim(typed: string): void {
    const wanted = hundredths(typed);
    const [low = 101, high = 1e8] = config.targets.map(hundredths).map((bound) => bound ?? undefined);
    if (wanted) setTarget(Math.min(Math.max(wanted, low), high));
  }

  return (
    <GameFrame
      game={game}
      status={status}
      stage={
        <LimboStage
          shown={shown}
          moving={play.phase === "revealing"}
          target={asText(target)}
          figure={figure}
          rings={rings}
        />
      }
      panel={
        <BetPanel
          stake={stake}
          busy={play.busy}
          failure={play.failure}
          onBet={(amount) => void play.bet(amount, { target: asText(target) })}
        >
          <div className="grid grid-cols-2 gap-2">
            <NumberField
              label={t("limbo.target")}
              suffix="×"
              value={asText(target)}
              disabled={play.busy}
              onCommit={aim}
            />
            <NumberField
              label={t("play.chance")}
              suffix="%"
              value={chance >= 1 ? chance.toFixed(2) : chance.toPrecision(3)}
              disabled={play.busy}
              onCommit={(typed) => {
                const percent = Number(typed.replace(",", "."));
                if (percent > 0) aim(((10_000 - config.edge_bp) / percent / 100).toFixed(2));
              }}
            />
          </div>
          <fieldset aria-label={t("limbo.quick")} className="grid grid-cols-5 gap-1.5">
            {QUICK.map((quick) => (
              <button
                key={quick}
                type="button"
                disabled={play.busy}
                aria-pressed={asText(target) === quick}
                onClick={() => aim(quick)}
                className="figures h-10 rounded-md bg-muted font-semibold text-muted-foreground text-sm transition-colors hover:bg-border aria-pressed:bg-primary-soft aria-pressed:text-primary"
              >
                {quick.replace(/\.?0+$/, "")}×
              </button>
            ))}
          </fieldset>
          <p className="flex justify-between text-sm">
            <span className="text-muted-foreground">{t("play.pays")}</span>
            <span className="figures font-semibold">
              {stake.amount ? formatMoney(timesDecimal(stake.amount, asText(target)), stake.currency) : "–"}
            </span>
          </p>
        </BetPanel>
      }
      results={
        <ResultsStrip
          results={play.results}
          face={(round) => {
            const drawn = asText(outcomeOf(round).drawn);
            return { text: `${drawn}×`, name: t("limbo.drawn", { drawn }) };
          }}
        />
      }
      rules={<p>{t("limbo.rules")}</p>}
    />
  );
}

import type { Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, formatMoney } from "@stakehouse/kit";
import type { Play } from "./use-play";

/** What came of the last act, in words; a payout below the stake is never called a win. */
export function useStatus(play: Play, idle: string, told: (round: Round) => string): string {
  const t = useT();
  const { phase, round } = play;
  if (phase === "waiting" || phase === "revealing") return t("play.status.waiting");
  if (!round || phase === "open") return idle;
  const stake = formatMoney(round.stake, round.currency);
  const payout = formatMoney(round.payout, round.currency);
  const against = compareAmounts(round.payout, round.stake);
  if (against > 0) return `${told(round)} ${t("play.status.won", { payout })}`;
  if (compareAmounts(round.payout, "0") > 0)
    return `${told(round)} ${t("play.status.returned", { payout, stake })}`;
  return `${told(round)} ${t("play.status.lost", { stake })}`;
}

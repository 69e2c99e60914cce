import type { Jackpot } from "@stakehouse/api/player";
import { moneyText } from "@stakehouse/kit/formats";

/**
 * Writes the first jackpot into the drawing of the lobby, before the app has come: its name, its amount and its odds stand
 * where the app will show them. The panel in the drawing waits invisibly for them.
 */
export function tellJackpot(answer: unknown): void {
  const [jackpot] = (answer as { items: Jackpot[] }).items;
  const panel = document.querySelector("#root[inert] [data-jackpot]");
  if (!jackpot || !panel) return;
  const amount = moneyText(navigator.language, jackpot.amount, jackpot.currency);
  const told = { name: jackpot.name, amount, odds: jackpot.last_win ? "" : jackpot.odds_text };
  for (const [part, words] of Object.entries(told)) {
    const place = panel.querySelector(`[data-told="${part}"]`);
    if (place) place.textContent = words || "\u00A0";
  }
  // What one chose is not known yet.
  panel.querySelector("[data-untold]")?.classList.add("invisible");
  panel.classList.remove("invisible");
  panel.parentElement?.classList.remove("shimmer");
}

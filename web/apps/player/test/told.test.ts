import { beforeEach, expect, it } from "vitest";
import { tellJackpot } from "../src/features/jackpots/told";

const jackpot = {
  name: "Lucky Grand",
  amount: "1000.23",
  currency: "EUR",
  odds_text: "one in many",
  last_win: null,
};

function stand(root: string) {
  document.body.innerHTML = `${root}<div class="shimmer"><div class="invisible" data-jackpot>
    <p data-told="name">–</p><p data-told="amount">€0.00</p><p data-told="odds">–</p><p data-untold>0 %</p>
  </div></div></div>`;
}

function words(): (string | null)[] {
  return [...document.querySelectorAll("[data-told]")].map((place) => place.textContent);
}

beforeEach(() => stand('<div id="root" inert>'));

it("writes what the house told into the drawing, and shows nothing that it did not tell", () => {
  tellJackpot({ items: [jackpot] });
  expect(words()).toEqual(["Lucky Grand", "€1,000.23", "one in many"]);
  expect(document.querySelector("[data-jackpot]")?.classList.contains("invisible")).toBe(false);
  expect(document.querySelector("[data-untold]")?.classList.contains("invisible")).toBe(true);
  expect(document.querySelector(".shimmer")).toBeNull();
});

it("tells the name of a currency that has no sign", () => {
  tellJackpot({ items: [{ ...jackpot, currency: "USDT" }] });
  expect(words()[1]).toBe("1,000.23 USDT");
});

it("leaves the drawing grey where there is no jackpot", () => {
  tellJackpot({ items: [] });
  expect(words()).toEqual(["–", "€0.00", "–"]);
  expect(document.querySelector(".shimmer [data-jackpot].invisible")).not.toBeNull();
});

it("writes nothing into the app", () => {
  stand('<div id="root">');
  tellJackpot({ items: [jackpot] });
  expect(words()).toEqual(["–", "€0.00", "–"]);
});

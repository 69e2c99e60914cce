import { describe, expect, it } from "vitest";
import {
  chanceOf,
  hundredths,
  multiplierOf,
  payoutOf,
  targetFor,
  within,
} from "../src/features/play/dice/odds";
import { cashOutOf } from "../src/features/play/mines/odds";
import { colourOf, WHEEL } from "../src/features/play/roulette/cloth";
import { edgesOf, HALVES, half, third } from "../src/features/play/roulette/places";
import { pocketAngle } from "../src/features/play/roulette/wheel";
import { windowsAt } from "../src/features/play/slots/machine";

const dice = { edge_bp: 100, targets: { over: ["1.98", "99.99"], under: ["0.01", "98.01"] } } as const;
const config = {
  edge_bp: dice.edge_bp,
  targets: { over: [...dice.targets.over], under: [...dice.targets.under] },
} as Parameters<typeof within>[0];

describe("dice", () => {
  it("pays what the house pays, rounded down once", () => {
    expect(multiplierOf(config, 4950)).toBe(200);
    expect(payoutOf(config, 4950, 100n)).toBe(200n);
    expect(payoutOf(config, 3333, 100n)).toBe(297n);
  });

  it("keeps the chance when the side changes", () => {
    const chance = chanceOf("over", 7000);
    expect(chanceOf("under", targetFor("under", chance))).toBe(chance);
  });

  it("keeps targets within the offer and reads only figures", () => {
    expect(within(config, "over", 0)).toBe(198);
    expect(hundredths("50,5")).toBe(5050);
    expect(hundredths("x")).toBeNull();
  });
});

describe("mines", () => {
  it("shows the exact amount of cashing out, not the rounded multiplier's", () => {
    expect(cashOutOf(100, 3, 3, "100.00")).toBe("147.85");
    expect(cashOutOf(100, 1, 24, "1.00")).toBe("24.75");
  });
});

describe("roulette", () => {
  it("has every pocket once, and eighteen red ones", () => {
    expect([...WHEEL].sort((a, b) => a - b)).toEqual(Array.from({ length: 37 }, (_, at) => at));
    expect(WHEEL.filter((number) => colourOf(number) === "red")).toHaveLength(18);
  });

  it("turns every number's pocket to its own place", () => {
    expect(new Set(WHEEL.map(pocketAngle)).size).toBe(37);
  });

  it("has every place of the cloth once", () => {
    const places = Array.from({ length: 36 }, (_, at) => edgesOf(at + 1)).flat();
    const count = (kind: string) => places.filter(({ place }) => place.kind === kind).length;
    expect(new Set(places.map(({ place }) => place.id)).size).toBe(places.length);
    expect([
      count("split"),
      count("street"),
      count("corner"),
      count("six_line"),
      count("trio"),
      count("basket"),
    ]).toEqual([60, 12, 22, 11, 2, 1]);
  });

  it("covers twelve numbers with a third and eighteen with a half", () => {
    for (const name of [1, 2, 3] as const) {
      expect(third("dozen", name).covers).toHaveLength(12);
      expect(third("column", name).covers).toHaveLength(12);
    }
    for (const kind of HALVES) expect(half(kind).covers).toHaveLength(18);
  });
});

describe("slots", () => {
  it("shows the stop in the middle and wraps round the strip", () => {
    const machine = { strips: [["a", "b", "c", "d"]] } as unknown as Parameters<typeof windowsAt>[0];
    expect(windowsAt(machine, [0])).toEqual([["d", "a", "b"]]);
    expect(windowsAt(machine, [3])).toEqual([["c", "d", "a"]]);
  });
});

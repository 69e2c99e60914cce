import { describe, expect, it } from "vitest";
import { bandsBetween } from "../src/charts/band";

const line = (...values: number[]) => values.map((y, x) => ({ x, y }));

describe("the space between two lines", () => {
  it("is one shape while none crosses the other", () => {
    const bands = bandsBetween(line(3, 4), line(1, 2));
    expect(bands).toEqual([
      {
        above: true,
        shape: [
          { x: 0, y: 3 },
          { x: 1, y: 4 },
          { x: 1, y: 2 },
          { x: 0, y: 1 },
        ],
      },
    ]);
  });

  it("is cut where the lines cross", () => {
    const bands = bandsBetween(line(2, 0), line(0, 2));
    expect(bands.map((band) => band.above)).toEqual([true, false]);
    expect(bands[0]?.shape).toContainEqual({ x: 0.5, y: 1 });
    expect(bands[1]?.shape).toContainEqual({ x: 0.5, y: 1 });
  });

  it("changes sides through a touch", () => {
    const bands = bandsBetween(line(2, 1, 0), line(0, 1, 2));
    expect(bands.map((band) => band.above)).toEqual([true, false]);
  });

  it("is nothing without points", () => {
    expect(bandsBetween([], [])).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { areasOf } from "~/features/access/areas";
import { instantOf } from "~/features/access/days";
import { changesBetween } from "~/features/access/diff";
import { isWaiting, nextWaiting, viewOf } from "~/features/payments/statuses";
import { boardOf, winningCells } from "~/features/play/recall/shapes";
import { changeOf } from "~/features/reporting/delta";
import { isId, matching, matchRank } from "~/shell/palette/entries";

describe("the queue of withdrawals", () => {
  const cases = [
    { id: "a", status: "paid" },
    { id: "b", status: "in_review" },
    { id: "c", status: "requested" },
    { id: "d", status: "approved" },
  ];

  it("goes on to the next that waits, and round to the first", () => {
    expect(nextWaiting(cases, "a")).toBe("b");
    expect(nextWaiting(cases, "b")).toBe("c");
    expect(nextWaiting(cases, "c")).toBe("b");
    expect(nextWaiting(cases, undefined)).toBe("b");
  });

  it("has no next when the last one is being decided", () => {
    expect(nextWaiting([{ id: "b", status: "requested" }], "b")).toBeNull();
    expect(nextWaiting([], "b")).toBeNull();
  });

  it("opens with what waits, and knows it", () => {
    expect(viewOf(undefined)).toBe("waiting");
    expect(viewOf("nonsense")).toBe("waiting");
    expect(viewOf("paid")).toBe("paid");
    expect([isWaiting("in_review"), isWaiting("processing")]).toEqual([true, false]);
  });
});

describe("a change against last week", () => {
  it("is exact for amounts beyond binary fractions", () => {
    expect(changeOf("110.00", "100.00")).toBe(0.1);
    expect(changeOf("90071992547409930.01", "90071992547409920.01")).toBe(0);
    expect(changeOf("-50.00", "100.00")).toBe(-1.5);
    expect(changeOf("-50.00", "-100.00")).toBe(0.5);
  });

  it("is nothing where there was nothing", () => {
    expect(changeOf(12, 0)).toBeNull();
  });
});

describe("before and after", () => {
  it("names what came, went and changed, before what stayed", () => {
    const before = { standing: "active", note: "x", limit: { day: 1 } };
    const after = { standing: "suspended", limit: { day: 1 }, until: null };
    expect(changesBetween(before, after).map(({ field, kind }) => [field, kind])).toEqual([
      ["standing", "changed"],
      ["note", "removed"],
      ["until", "added"],
      ["limit", "same"],
    ]);
  });

  it("shows an act without fields as none", () => {
    expect(changesBetween(null, null)).toEqual([]);
  });
});

describe("a day as a filter", () => {
  it("is the day from its first instant to that of the next, in the reader's zone", () => {
    const [start, end] = [instantOf("2026-03-01", "start"), instantOf("2026-03-01", "end")];
    expect(Date.parse(end ?? "") - Date.parse(start ?? "")).toBe(24 * 3600 * 1000);
    expect(new Date(start ?? "").getHours()).toBe(0);
  });

  it("is nothing for anything else", () => {
    expect(instantOf("yesterday", "start")).toBeUndefined();
    expect(instantOf(undefined, "end")).toBeUndefined();
  });
});

describe("the palette", () => {
  it("ranks the start of a name over words over letters in order", () => {
    expect(matchRank("Audit trail", "aud")).toBe(4);
    expect(matchRank("Ledger check", "che")).toBe(3);
    expect(matchRank("Ledger check", "edg")).toBe(2);
    expect(matchRank("Withdrawals", "wdl")).toBe(1);
    expect(matchRank("Withdrawals", "xyz")).toBe(0);
  });

  it("puts the best first and leaves out the rest", () => {
    const entries = ["Rounds", "Dashboard", "Roles"].map((label) => ({
      id: label,
      label,
      icon: null as never,
      run: () => undefined,
    }));
    expect(matching(entries, "ro").map((entry) => entry.label)).toEqual(["Rounds", "Roles"]);
  });

  it("knows an id when it is pasted", () => {
    expect(isId(" 01991eef-001f-7001-8abc-000000019919 ")).toBe(true);
    expect(isId("anna")).toBe(false);
  });
});

describe("the recall of a round", () => {
  it("shows every tile for what it was", () => {
    const board = boardOf({ mines: 2, revealed: [0, 7], mine_tiles: [7, 24] });
    expect([board[0], board[7], board[24], board[1]]).toEqual(["gem", "boom", "mine", "safe"]);
  });

  it("hides what is not known while the round is open", () => {
    const board = boardOf({ mines: 2, revealed: [3] });
    expect([board[3], board[4]]).toEqual(["gem", "hidden"]);
  });

  it("lights the cells of a line as far as it paid", () => {
    expect([
      ...winningCells(
        [
          [1, 1, 1, 1, 1],
          [0, 1, 2, 1, 0],
        ],
        [{ line: 1, count: 3 }],
      ),
    ]).toEqual(["0:0", "1:1", "2:2"]);
  });
});

describe("permissions by area", () => {
  it("are sorted and told once", () => {
    expect(areasOf(["b:y", "a:x", "b:x", "b:y"])).toEqual([
      { area: "a", permissions: ["a:x"] },
      { area: "b", permissions: ["b:x", "b:y"] },
    ]);
  });
});

import { fromMinor } from "@stakehouse/kit";
import { useState } from "react";
import type { Place } from "./places";

export interface Chips {
  place: Place;
  /** Smallest units. */
  units: bigint;
}

type Table = ReadonlyMap<string, Chips>;

const EMPTY: Table = new Map();

/** The chips on the cloth, with what can be taken back. */
export function useChips(scale: number) {
  const [table, setTable] = useState<Table>(EMPTY);
  const [before, setBefore] = useState<readonly Table[]>([]);
  const [last, setLast] = useState<Table>(EMPTY);

  function change(next: Table): void {
    setBefore([...before, table].slice(-50));
    setTable(next);
  }

  const total = [...table.values()].reduce((sum, chips) => sum + chips.units, 0n);
  return {
    table,
    total,
    isEmpty: table.size === 0,
    canUndo: before.length > 0,
    canRepeat: last.size > 0,
    put: (place: Place, units: bigint) =>
      change(new Map(table).set(place.id, { place, units: (table.get(place.id)?.units ?? 0n) + units })),
    take: (place: Place) => {
      const next = new Map(table);
      if (next.delete(place.id)) change(next);
    },
    undo: () => {
      setTable(before.at(-1) ?? EMPTY);
      setBefore(before.slice(0, -1));
    },
    clear: () => change(EMPTY),
    double: () =>
      change(new Map([...table].map(([id, chips]) => [id, { ...chips, units: chips.units * 2n }] as const))),
    repeat: () => change(last),
    /** Remembers the bets of a spin, so that they can be repeated. */
    remember: () => setLast(table),
    bets: () =>
      [...table.values()].map(({ place, units }) => ({
        kind: place.kind,
        ...(place.numbers ? { numbers: place.numbers } : {}),
        stake: fromMinor(units, scale),
      })),
  };
}

export type ChipTable = ReturnType<typeof useChips>;

/** The chips on offer, in smallest units: a tenth of one to a hundred. */
export function chipValues(scale: number): bigint[] {
  const one = 10n ** BigInt(scale);
  const values = [one / 10n, one, one * 5n, one * 25n, one * 100n];
  return values.filter((value) => value > 0n);
}

import { addAmounts } from "@stakehouse/kit";
import { useSyncExternalStore } from "react";

/** A stretch of play in this window: when it began and what it won or lost, by currency. */
interface Sitting {
  startedAt: number;
  net: Record<string, string>;
}

const STORED = "stakehouse.sitting";
const listeners = new Set<() => void>();
let sitting: Sitting = read();

function read(): Sitting {
  const stored = sessionStorage.getItem(STORED);
  return stored ? (JSON.parse(stored) as Sitting) : { startedAt: Date.now(), net: {} };
}

function put(next: Sitting): void {
  sitting = next;
  sessionStorage.setItem(STORED, JSON.stringify(next));
  for (const listener of listeners) listener();
}

/** Adds what a round or a stake changed to the net position. */
export function countNet(currency: string, change: string): void {
  put({ ...sitting, net: { ...sitting.net, [currency]: addAmounts(sitting.net[currency] ?? "0", change) } });
}

/** Starts the clock and the net position again, at sign-in. */
export function beginSitting(): void {
  put({ startedAt: Date.now(), net: {} });
}

/** The running stretch of play. */
export function useSitting(): Sitting {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sitting,
  );
}

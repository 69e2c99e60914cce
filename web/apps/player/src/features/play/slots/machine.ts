import type { Round } from "@stakehouse/api/player";

/** The machine as the server publishes it. */
export interface MachineConfig {
  name: string;
  strips: string[][];
  /** The row of each line on each reel: 0 top, 1 middle, 2 bottom. */
  lines: number[][];
  paytable: Record<string, Record<string, number>>;
  wild: string;
  scatter: string;
  scatter_pays: Record<string, number>;
  free_spins: Record<string, number>;
  free_spin_multiplier: number;
}

export interface SpinShown {
  stops: number[];
  scatters: number;
  wins: { line: number; symbol: string; count: number; multiplier: string }[];
  multiplier: string;
}

export interface SlotsOutcome extends SpinShown {
  free_spins: SpinShown[];
}

export function outcomeOf(round: Round): SlotsOutcome {
  return round.outcome as unknown as SlotsOutcome;
}

/** The symbols of a strip from a place on, round and round. */
export function stretch(strip: readonly string[], from: number, length: number): string[] {
  return Array.from({ length }, (_, at) => strip[(from + at + strip.length) % strip.length] ?? "");
}

/** The three symbols each reel shows; the stop is the middle one. */
export function windowsAt(machine: MachineConfig, stops: readonly number[]): string[][] {
  return machine.strips.map((strip, reel) => stretch(strip, (stops[reel] ?? 0) - 1, 3));
}

/** The cells that a win lights up, as reel and row. */
export function cellsOf(
  machine: MachineConfig,
  win: { line: number; count: number },
): [reel: number, row: number][] {
  return (machine.lines[win.line] ?? []).slice(0, win.count).map((row, reel) => [reel, row]);
}

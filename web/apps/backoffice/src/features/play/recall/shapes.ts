/** What the engines record, as far as the drawings read it; each field may be missing in an older record. */

export interface DiceRecord {
  roll: string;
  direction: "over" | "under";
  target: string;
  is_won: boolean;
}

export interface LimboRecord {
  multiplier: string;
  target: string;
  is_won: boolean;
}

export interface RouletteRecord {
  number: number;
  bets: { kind: string; numbers: number[]; stake: string; payout: string }[];
}

export interface SpinRecord {
  stops: number[];
  scatters: number;
  wins: { line: number; symbol: string; count: number; multiplier: string }[];
  multiplier: string;
}

export interface SlotsRecord extends SpinRecord {
  free_spins: SpinRecord[];
}

export interface MinesRecord {
  mines: number;
  revealed: number[];
  mine_tiles?: number[];
}

export const TILES = 25;

/** What a tile of the mines' board was: opened or not, a mine or not, or not known while the round is open. */
export type Tile = "gem" | "boom" | "mine" | "safe" | "hidden";

/** The board as it stood at the end of the record. */
export function boardOf(record: MinesRecord): Tile[] {
  return Array.from({ length: TILES }, (_, tile) => {
    const opened = record.revealed.includes(tile);
    if (!record.mine_tiles) return opened ? "gem" : "hidden";
    const mined = record.mine_tiles.includes(tile);
    if (opened) return mined ? "boom" : "gem";
    return mined ? "mine" : "safe";
  });
}

/** The cells of a window that belong to a line's win, as `reel:row`. */
export function winningCells(
  lines: readonly (readonly number[])[],
  wins: readonly { line: number; count: number }[],
): Set<string> {
  return new Set(
    wins.flatMap(({ line, count }) =>
      (lines[line] ?? []).slice(0, count).map((row, reel) => `${reel}:${row}`),
    ),
  );
}

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Law } from "../shell/law";
import { pause, wantsMotion } from "../shell/motion";
import { play as sound } from "../shell/sound";
import { type MachineConfig, type SlotsOutcome, type SpinShown, stretch, windowsAt } from "./machine";

const SPIN = { first: 750, each: 190, filler: 18 };
const QUICK = { first: 380, each: 60, filler: 9 };
const SHOW_MS = 900;
const SHOW_QUICK_MS = 420;
const START_STOPS = [0, 4, 8, 12, 16];

export interface FreeCount {
  played: number;
  of: number;
  /** Multiples of the stake won by free spins so far. */
  won: number;
}

/** Turns the reels to where the server stopped them, then plays the free spins it awarded. */
export function useReels(machine: MachineConfig, law: Law) {
  const [columns, setColumns] = useState(() => windowsAt(machine, START_STOPS));
  const [shown, setShown] = useState<SpinShown | null>(null);
  const [free, setFree] = useState<FreeCount | null>(null);
  const [quiet, setQuiet] = useState(false);
  const strips = useRef<(HTMLDivElement | null)[]>([]);
  const resting = useRef(columns);
  const hurried = useRef(false);

  async function turn(stops: readonly number[], pace: typeof SPIN): Promise<void> {
    const windows = windowsAt(machine, stops);
    if (wantsMotion() && !hurried.current && !document.hidden) {
      const long = windows.map((window, reel) => {
        const filler = stretch(machine.strips[reel] ?? [], (stops[reel] ?? 0) + 2, pace.filler + reel * 4);
        return [...window, ...filler, ...(resting.current[reel] ?? [])];
      });
      flushSync(() => setColumns(long));
      await Promise.all(
        long.map((column, reel) => fall(strips.current[reel], column.length, pace.first + reel * pace.each)),
      );
    }
    resting.current = windows;
    setColumns(windows);
  }

  async function fall(
    strip: HTMLDivElement | null | undefined,
    length: number,
    duration: number,
  ): Promise<void> {
    if (!strip) return;
    const away = `translateY(${(-(length - 3) / length) * 100}%)`;
    const motion = strip.animate([{ transform: away }, { transform: "none" }], {
      duration,
      easing: "cubic-bezier(0.25, 0.7, 0.3, 1.025)",
    });
    await motion.finished;
    sound("flip");
  }

  /** Shows an outcome; one that may not be celebrated is shown without sound and light. */
  async function reveal(outcome: SlotsOutcome, celebrated: boolean): Promise<void> {
    hurried.current = false;
    setQuiet(!celebrated);
    setShown(null);
    setFree(null);
    await turn(outcome.stops, SPIN);
    setShown(outcome);
    if (!outcome.free_spins.length) {
      if (outcome.wins.length && celebrated) await pause(SHOW_MS);
      return;
    }
    if (celebrated) sound("win");
    await pause(SHOW_MS * 1.6);
    let won = 0;
    for (const [at, spin] of outcome.free_spins.entries()) {
      setShown(null);
      setFree({ played: at + 1, of: outcome.free_spins.length, won });
      await turn(spin.stops, law.mayHurry ? QUICK : SPIN);
      won += Number(spin.multiplier);
      setShown(spin);
      setFree({ played: at + 1, of: outcome.free_spins.length, won });
      if (spin.wins.length && !hurried.current) await pause(SHOW_QUICK_MS);
    }
  }

  return { columns, strips, shown, free, quiet, reveal, hurry: () => (hurried.current = true) };
}

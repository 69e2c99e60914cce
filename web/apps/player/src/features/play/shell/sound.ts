import { hearers } from "@stakehouse/ui";
import { useSyncExternalStore } from "react";

const STORED = "stakehouse.sound";
const { watch, tell } = hearers();
let context: AudioContext | null = null;

/** The house's few sounds, each a handful of short tones: [hertz, start, length] in seconds. */
const TONES = {
  tick: [[880, 0, 0.03]],
  flip: [[520, 0, 0.05]],
  safe: [
    [660, 0, 0.07],
    [880, 0.06, 0.09],
  ],
  win: [
    [523, 0, 0.12],
    [659, 0.1, 0.12],
    [784, 0.2, 0.22],
  ],
  end: [[196, 0, 0.16]],
} as const satisfies Record<string, readonly (readonly [number, number, number])[]>;

/** Whether sound is on; it is off until a person asks for it. */
export function useSound(): boolean {
  return useSyncExternalStore(watch, isSoundOn);
}

function isSoundOn(): boolean {
  return localStorage.getItem(STORED) === "on";
}

/** Turns sound on or off. */
export function setSound(on: boolean): void {
  localStorage.setItem(STORED, on ? "on" : "off");
  tell();
}

/** Plays a sound if sound is on. */
export function play(name: keyof typeof TONES): void {
  if (!isSoundOn()) return;
  context ??= new AudioContext();
  const now = context.currentTime;
  for (const [hertz, start, length] of TONES[name]) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.type = "triangle";
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0.12, now + start);
    gain.gain.exponentialRampToValueAtTime(0.001, now + start + length);
    tone.connect(gain).connect(context.destination);
    tone.start(now + start);
    tone.stop(now + start + length);
  }
}

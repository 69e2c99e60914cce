/** Whether the person wants things to move. */
export function wantsMotion(): boolean {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Slow at the end, like a wheel that runs out. */
export function easeOut(share: number, power = 3): number {
  return 1 - (1 - share) ** power;
}

/** Draws frames for a while, from share 0 to 1; at once the last one where motion is not wanted. */
export function run(durationMs: number, frame: (share: number) => void): Promise<void> {
  if (!wantsMotion() || document.hidden) {
    frame(1);
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const start = performance.now();
    const draw = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - start) / durationMs));
      frame(share);
      if (share < 1) requestAnimationFrame(draw);
      else resolve();
    };
    requestAnimationFrame(draw);
  });
}

/** Waits, but not for people who want no motion. */
export function pause(durationMs: number): Promise<void> {
  if (!wantsMotion()) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

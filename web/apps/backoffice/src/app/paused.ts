import { useEffect, useState } from "react";

const PAUSE_MS = 150;

/** What was typed, once the typing pauses: a search asks for words, not for each letter of them. */
export function usePaused(value: string, pauseMs = PAUSE_MS): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return paused;
}

import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useEffect, useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { usePaused } from "../src/app/paused";

const PAUSE_MS = 150;
const asked: string[] = [];

/** Asks for what was typed, like every search of the desk. */
function Search() {
  const [typed, setTyped] = useState("");
  const wanted = usePaused(typed, PAUSE_MS);
  useEffect(() => {
    if (wanted) asked.push(wanted);
  }, [wanted]);
  return <input aria-label="Find" value={typed} onChange={(event) => setTyped(event.target.value)} />;
}

function type(...states: string[]) {
  for (const value of states) {
    fireEvent.change(screen.getByLabelText("Find"), { target: { value } });
    act(() => void vi.advanceTimersByTime(PAUSE_MS - 1));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("asks once for a word that was typed without a pause, and not before it is written", () => {
  render(<Search />);
  type("m", "ma", "mar", "mary");
  expect(asked).toEqual([]);
  act(() => void vi.advanceTimersByTime(1));
  expect(asked).toEqual(["mary"]);
});

it("asks again when one goes on after a pause, and not for what was taken back", () => {
  render(<Search />);
  type("mary");
  act(() => void vi.advanceTimersByTime(1));
  type("mary.", "mary");
  act(() => void vi.advanceTimersByTime(PAUSE_MS));
  type("mark");
  act(() => void vi.advanceTimersByTime(1));
  expect(asked).toEqual(["mary", "mark"]);
});

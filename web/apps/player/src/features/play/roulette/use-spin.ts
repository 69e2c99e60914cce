import { useRef, useState } from "react";
import { easeOut, run } from "../shell/motion";
import { play as sound } from "../shell/sound";
import { pocketAngle } from "./wheel";

const SPIN_MS = 4200;
const ROTOR_TURN = 300;
const BALL_TURNS = 6;
const RIM = 96;
const POCKET = 60;

/** Turns the wheel and lets the ball run out into the pocket the server named. */
export function useSpin() {
  const rotor = useRef<SVGGElement>(null);
  const ball = useRef<SVGGElement>(null);
  const rested = useRef({ rotor: 0 });
  const hurried = useRef(false);
  const [number, setNumber] = useState<number | null>(null);

  async function spin(to: number): Promise<void> {
    hurried.current = false;
    setNumber(null);
    ball.current?.setAttribute("visibility", "visible");
    const start = rested.current.rotor;
    const end = start + ROTOR_TURN;
    // The ball ends where its pocket will be once the rotor has come to rest.
    const goal = (end + pocketAngle(to)) % 360;
    let knocks = 0;
    await run(SPIN_MS, (share) => {
      const at = hurried.current ? 1 : share;
      const turned = start + ROTOR_TURN * easeOut(at, 2);
      const angle = goal - 360 * BALL_TURNS * (1 - easeOut(at, 2.4));
      rotor.current?.setAttribute("transform", `rotate(${turned})`);
      ball.current?.setAttribute("transform", `rotate(${angle}) translate(0 ${POCKET - heightAt(at)})`);
      const passed = Math.floor(at * 14);
      if (passed > knocks && at > 0.55) sound("tick");
      knocks = passed;
    });
    rested.current.rotor = end % 360;
    setNumber(to);
  }

  return { rotor, ball, number, spin, hurry: () => (hurried.current = true) };
}

/** The ball's distance from the middle: on the rim first, then down in ever smaller hops. */
function heightAt(share: number): number {
  if (share < 0.55) return RIM;
  const fall = (share - 0.55) / 0.45;
  const hop = Math.abs(Math.cos(fall * Math.PI * 3.5)) * (1 - fall) ** 1.4;
  return POCKET + (RIM - POCKET) * hop;
}

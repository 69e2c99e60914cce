import type { Tokens } from "@stakehouse/api";
import { player } from "@stakehouse/api/player";

let visiting = false;

/** Whether support sees the house as a member in this tab; a reload ends it. */
export function isVisiting(): boolean {
  return visiting && player.signedIn();
}

/** Takes the token of a visit; nothing continues it. */
export function beginVisit(tokens: Tokens): void {
  visiting = true;
  player.setTokens(tokens);
}

import { player } from "@stakehouse/api/player";
import { useSyncExternalStore } from "react";

/** Whether a person is signed in; follows sign-in, sign-out and an expired session. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(player.onSession, player.signedIn, player.signedIn);
}

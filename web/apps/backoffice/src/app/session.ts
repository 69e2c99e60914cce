import { staff } from "@stakehouse/api/staff";
import { useSyncExternalStore } from "react";

/** Whether a member of staff is signed in; follows sign-in, sign-out and an expired session. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(staff.onSession, staff.signedIn, staff.signedIn);
}

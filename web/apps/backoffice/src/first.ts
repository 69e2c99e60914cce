import { type Ahead, begin } from "@stakehouse/kit/first";

/** Both are filled in by the build. */
declare const AHEAD: readonly Ahead[];
declare const WARM: string;

begin("/api/staff/v1", AHEAD, WARM);

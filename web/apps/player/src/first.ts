import { type Ahead, begin } from "@stakehouse/kit/first";
import { tellJackpot } from "./features/jackpots/told";

/** Both are filled in by the build. */
declare const AHEAD: readonly Ahead[];
declare const WARM: string;

begin("/api/player/v1", AHEAD, WARM, tellJackpot);

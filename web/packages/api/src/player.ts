import { createClient } from "./client";

export type * from "./player.types";

/** The player's surface. */
export const player = createClient("/api/player/v1");

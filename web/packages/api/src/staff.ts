import { createClient } from "./client";

/** The staff's surface. */
export const staff = createClient("/api/staff/v1");

import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that CHROMIUM names, or the one of the system; undefined where there is none. */
export function browserPath(): string | undefined {
  return process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
}

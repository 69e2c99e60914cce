import { expect, it } from "vitest";
import { formatLength } from "../src";

it.each([
  [1440, "1 day"],
  [2880, "2 days"],
  [2160, "36 hours"],
  [60, "1 hour"],
  [90, "90 minutes"],
  [1, "1 minute"],
  [0, "0 minutes"],
])("tells %i minutes as %s", (minutes, text) => {
  expect(formatLength(minutes, "en-GB")).toBe(text);
});

it("tells a length in the reader's language", () => {
  expect(formatLength(4320, "ru")).toBe("3 дня");
});

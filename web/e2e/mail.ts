import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

/** What the newest letter to an address says that fits: the pattern's first group, or the whole of it. */
export async function fromMail(
  request: APIRequestContext,
  to: string,
  pattern: RegExp,
  about = "",
): Promise<string> {
  let found = "";
  await expect
    .poll(async () => {
      const answer = await request.get("/dev/mailbox", { params: { to } });
      const { items } = (await answer.json()) as { items: { subject: string; text: string }[] };
      const letter = items.find(({ subject }) => subject.includes(about));
      const fit = pattern.exec(letter?.text ?? "");
      found = fit?.[1] ?? fit?.[0] ?? "";
      return found;
    }, `a letter to ${to} in which ${pattern} is found`)
    .not.toBe("");
  return found;
}

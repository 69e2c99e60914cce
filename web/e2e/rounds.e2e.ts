import { fund, type Seat, seat } from "./seat.ts";
import { expect, test } from "./story.ts";

interface Round {
  id: string;
  status: string;
  payout: string;
  outcome: { revealed: number[] };
}

/** Plays mines with one mine until two tiles were safe, and cashes out. */
async function cashOut({ call }: Seat): Promise<Round> {
  for (;;) {
    const stake = { game: "mines", currency: "EUR", stake: "1.00", choices: { mines: 1 } };
    let { round } = await call<{ round: Round }>("POST", "/bets", stake);
    const step = async (body: unknown) =>
      ({ round } = await call<{ round: Round }>("POST", `/rounds/${round.id}/steps`, body));
    for (const tile of [6, 18])
      if (round.status === "open") await step({ action: "reveal", choices: { tile } });
    if (round.status !== "open") continue;
    await step({ action: "cash_out", choices: {} });
    return round;
  }
}

test("the record of a round: gone through step by step, by its own address", async ({ page, complaints }) => {
  const member = await seat(page);
  await fund(page, member, "20.00");
  const round = await cashOut(member);

  await test.step("the history leads to it", async () => {
    await page.goto("/history?tab=rounds&game=mines");
    await page.getByRole("table").getByRole("row").nth(1).getByRole("button").click();
    await expect(page).toHaveURL(new RegExp(`/rounds/${round.id}$`));
    await expect(page.getByRole("heading", { level: 1, name: "A round of Mines" })).toBeVisible();
    await expect(page.getByText(`€${round.payout}`).first()).toBeVisible();
  });

  const replay = page.getByRole("region", { name: "The round, step by step" });
  const board = (opened: string) => replay.getByRole("img", { name: `${opened} opened` });
  const back = replay.getByRole("button", { name: "Back" });
  const on = replay.getByRole("button", { name: "On" });
  await test.step("it is gone through backwards and on again", async () => {
    await expect(replay.getByRole("status")).toContainText("Step 3 of 3");
    await expect(on).toBeDisabled();
    await expect(board("2 tiles")).toBeVisible();
    await back.click();
    await back.click();
    await expect(replay.getByRole("status")).toContainText("Step 1 of 3");
    await expect(board("1 tile")).toBeVisible();
    await expect(back).toBeDisabled();
    await on.click();
    await expect(board("2 tiles")).toBeVisible();
  });

  await test.step("a round that is nobody's has no page", async () => {
    complaints.foresee(/\/api\/player\/v1\/rounds\//, 404);
    await page.goto("/rounds/01a21e94-0000-7000-8000-000000000000");
    await expect(page.getByRole("alert")).toBeVisible();
  });
});

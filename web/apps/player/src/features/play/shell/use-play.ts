import { Intent, isProblem } from "@stakehouse/api";
import { api, type BetAnswer, type GameDetail, type Round, type Wallet } from "@stakehouse/api/player";
import { addAmounts, compareAmounts, negate, useErrorText } from "@stakehouse/kit";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { walletQuery } from "~/app/queries";
import { useSignedIn } from "~/app/session";
import { countNet, playClockQuery } from "~/app/sitting";
import { useLaw } from "./law";
import { play as sound } from "./sound";

/** Resting, waiting for the server, showing what it answered, or in the middle of a round of several steps. */
export type Phase = "idle" | "waiting" | "revealing" | "open";

const STRIP_LENGTH = 14;

interface PlayOptions {
  game: GameDetail;
  currency: string;
  /** Shows a settled round moving; the balance and the status follow when it has come to rest. */
  reveal: (round: Round) => Promise<void>;
}

/** Places bets, takes steps and tells the rest of the page what came of it. */
export function usePlay({ game, currency, reveal }: PlayOptions) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const errorText = useErrorText();
  const betIntent = useRef(new Intent());
  const stepIntent = useRef(new Intent());
  const { cycleMs } = useLaw(game);
  const readyAt = useRef(0);
  const [phase, setPhase] = useState<Phase>(game.open_round ? "open" : "idle");
  const [round, setRound] = useState<Round | null>(game.open_round);
  const [results, setResults] = useState<readonly Round[]>([]);
  const [failure, setFailure] = useState<string | null>(null);

  function showBalance(wallet: BetAnswer["wallet"]): void {
    queries.setQueryData(
      walletQuery.queryKey,
      (before: Wallet | undefined) => before && withBalances(before, wallet, currency),
    );
  }

  function close(settled: Round): void {
    const won = compareAmounts(settled.payout, settled.stake) > 0;
    sound(won ? "win" : "end");
    countNet(queries, settled.currency, addAmounts(settled.payout, negate(settled.stake)));
    setResults((before) => [settled, ...before].slice(0, STRIP_LENGTH));
    setPhase("idle");
    void queries.invalidateQueries({ queryKey: ["rounds"] });
    void queries.invalidateQueries({ queryKey: ["transactions"] });
  }

  async function attempt(act: () => Promise<void>, back: Phase): Promise<void> {
    setFailure(null);
    setPhase("waiting");
    try {
      await act();
    } catch (error) {
      // The question is asked in a dialog of its own as soon as the clock says it is due.
      if (isProblem(error, "reality_check_due"))
        void queries.invalidateQueries({ queryKey: playClockQuery.queryKey });
      else setFailure(errorText(error));
      setPhase(back);
    }
  }

  async function bet(stake: string, choices: Record<string, unknown>): Promise<void> {
    if (!signedIn) {
      await navigate({ to: "/sign-in", search: { next: `/games/${game.slug}` } });
      return;
    }
    await attempt(async () => {
      await untilReady(readyAt.current - Date.now());
      const answer = await api.bet({ game: game.slug, currency, stake, choices }, betIntent.current);
      readyAt.current = Date.now() + cycleMs;
      if (answer.round.status === "open") {
        setRound(answer.round);
        showBalance(answer.wallet);
        setPhase("open");
        return;
      }
      setPhase("revealing");
      await reveal(answer.round);
      setRound(answer.round);
      showBalance(answer.wallet);
      close(answer.round);
    }, "idle");
  }

  async function step(action: string, choices?: Record<string, unknown>): Promise<void> {
    if (!round) return;
    await attempt(async () => {
      const answer = await api.step(
        round.id,
        { action, ...(choices ? { choices } : {}) },
        stepIntent.current,
      );
      const next = answer.round;
      setRound(next);
      if (next.status === "open") {
        setPhase("open");
        return;
      }
      setPhase("revealing");
      await reveal(next);
      showBalance(answer.wallet);
      close(next);
    }, "open");
  }

  return { phase, round, results, failure, bet, step, busy: phase === "waiting" || phase === "revealing" };
}

/** Waits until the law lets the next bet be placed; the button says that something is under way. */
function untilReady(waitMs: number): Promise<void> {
  return waitMs > 0 ? new Promise((resolve) => setTimeout(resolve, waitMs)) : Promise.resolve();
}

export type Play = ReturnType<typeof usePlay>;

function withBalances(wallet: Wallet, changed: BetAnswer["wallet"], currency: string): Wallet {
  const fresh: Record<string, string> = { main: changed.main, bonus: changed.bonus };
  return {
    accounts: wallet.accounts.map((account) => {
      const balance = account.currency === currency ? fresh[account.kind] : undefined;
      return balance === undefined ? account : { ...account, balance };
    }),
  };
}

import type { Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { compareAmounts } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { type ReactNode, useState } from "react";
import { RoundDrawer } from "../rounds/round-drawer";

interface ResultsStripProps {
  results: readonly Round[];
  /** What the strip shows of a round, and what is said for it. */
  face: (round: Round) => { text: ReactNode; name: string };
}

/** The last results, newest first; each opens its round. */
export function ResultsStrip({ results, face }: ResultsStripProps) {
  const t = useT();
  const [opened, setOpened] = useState<Round | null>(null);
  if (!results.length)
    return (
      <p className="min-h-9 px-1 max-lg:hidden py-2 text-muted-foreground text-sm">
        {t("play.results.none")}
      </p>
    );
  return (
    <>
      <ul aria-label={t("play.results")} className="no-bar flex gap-1.5 overflow-x-auto py-0.5">
        {results.map((round) => {
          const { text, name } = face(round);
          const won = compareAmounts(round.payout, round.stake) > 0;
          return (
            <li key={round.id} className="animate-pop">
              <button
                type="button"
                aria-label={name}
                onClick={() => setOpened(round)}
                className={cx(
                  "figures h-9 min-w-12 rounded-full border px-3 font-semibold text-sm transition-colors hover:border-foreground",
                  won ? "border-win/40 bg-success-soft text-win" : "bg-card text-muted-foreground",
                )}
              >
                {text}
              </button>
            </li>
          );
        })}
      </ul>
      <RoundDrawer round={opened} onClose={() => setOpened(null)} />
    </>
  );
}

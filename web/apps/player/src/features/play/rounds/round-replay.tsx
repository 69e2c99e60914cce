import type { Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Button } from "@stakehouse/ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { RoundOutcome } from "./round-outcome";

/** A round gone through again, step by step; one without steps, as it ended. */
export function RoundReplay({ round }: { round: Round }) {
  const t = useT();
  const last = round.steps.length;
  const [at, setAt] = useState(last);
  if (last < 2) return <RoundOutcome round={round} />;
  const step = at < last ? round.steps[at - 1] : undefined;
  const shown = step ? { ...round, outcome: step.outcome as Round["outcome"] } : round;
  const made = round.steps[at - 1];
  return (
    <section aria-label={t("replay.title")} className="grid gap-3">
      <RoundOutcome round={shown} />
      <div className="flex flex-wrap items-center justify-center gap-2 text-sm">
        <Button size="sm" variant="outline" disabled={at <= 1} onClick={() => setAt(at - 1)}>
          <ChevronLeft size={16} aria-hidden="true" />
          {t("replay.back")}
        </Button>
        <span role="status" className="figures text-center text-muted-foreground">
          {t("replay.step_of", { step: at, steps: last })}
          {made && (
            <>
              {" · "}
              <Moment at={made.at} style="time" />
            </>
          )}
        </span>
        <Button size="sm" variant="outline" disabled={at >= last} onClick={() => setAt(at + 1)}>
          {t("replay.on")}
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
      </div>
    </section>
  );
}

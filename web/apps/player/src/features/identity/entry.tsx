import { isProblem, type Problem, type Tokens } from "@stakehouse/api";
import { api, type Challenge, player, type SecondFactor } from "@stakehouse/api/player";
import { useLocale, useT } from "@stakehouse/i18n";
import { formatMoment, useForm } from "@stakehouse/kit";
import { Button, Callout, Skeleton } from "@stakehouse/ui";
import { useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { FormFailure } from "~/app/form-failure";

const SecondStep = lazy(async () => (await import("@stakehouse/kit/security")).loadSecondStep());

/** Refusals that come with a ticket to be paid out, or to say what is missing. */
const KEPT_OUT = ["excluded", "register_silent", "register_details_missing"] as const;

interface EntryOptions {
  /** Where the person goes once they are in. */
  enter: (tokens: Tokens) => Promise<void>;
  /** Where they go instead of the second step. */
  onBack: () => void;
}

/**
 * What every way into the house shares, whatever the first proof was: the second step where one is asked for,
 * and the way to their money for those whom an exclusion keeps out.
 */
export function useEntry({ enter, onBack }: EntryOptions) {
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [exclusion, setExclusion] = useState<Problem | null>(null);

  function keepOut(error: unknown): boolean {
    for (const code of KEPT_OUT) {
      if (!isProblem(error, code)) continue;
      setExclusion(error);
      return true;
    }
    return false;
  }

  /** Gives the first proof, or nothing after all; throws what is refused for other reasons than an exclusion. */
  async function attempt(prove: () => Promise<Tokens | SecondFactor | null>): Promise<void> {
    setExclusion(null);
    try {
      const answer = await prove();
      if (answer === null) return;
      if ("second_factor" in answer) setChallenge(answer.second_factor);
      else await enter(answer);
    } catch (error) {
      if (!keepOut(error)) throw error;
    }
  }

  return {
    attempt,
    /** What stands over the form, or instead of it. */
    notice: exclusion && <KeptOut key={exclusion.message} exclusion={exclusion} />,
    /** What takes the form's place. */
    step: challenge && !exclusion && (
      <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
        <SecondStep
          client={player}
          challenge={challenge}
          onTokens={enter}
          onRefused={keepOut}
          onBack={() => {
            setChallenge(null);
            onBack();
          }}
        />
      </Suspense>
    ),
  };
}

/** Until when an exclusion holds, and the way to be paid out meanwhile. */
function KeptOut({ exclusion }: { exclusion: Problem }) {
  const t = useT();
  const locale = useLocale();
  const navigate = useNavigate();
  const { until, payout_ticket: ticket } = exclusion.facts;
  const payout = useForm({
    initial: {},
    submit: async () => {
      player.setTokens(await api.payoutSession(String(ticket)));
      await navigate({ to: "/payout", replace: true });
    },
  });
  const asksDetails = exclusion.code === "register_details_missing";
  const message = asksDetails
    ? t("identity.error.register_details")
    : exclusion.code === "register_silent"
      ? t("identity.error.register_silent")
      : exclusion.facts.kind === "national_register"
        ? t("identity.error.on_register")
        : typeof until === "string"
          ? t("identity.error.excluded_until", { until: formatMoment(until, locale, "full") })
          : t("identity.error.excluded");
  return (
    <div className="grid gap-4">
      <div role="alert">
        <Callout tone="danger" icon={<CircleAlert size={18} />} title={message} />
      </div>
      <FormFailure failure={payout.failure} />
      {typeof ticket === "string" && (
        <Button variant="secondary" busy={payout.busy} onClick={() => void payout.send()}>
          {t(asksDetails ? "identity.details.state" : "identity.payout")}
        </Button>
      )}
    </div>
  );
}

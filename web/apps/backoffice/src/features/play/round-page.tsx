import { api, type RecalledRound } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { addAmounts, Moment, Money, negate, QueryError } from "@stakehouse/kit";
import { Button, CopyText, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page, Section } from "~/app/page";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { humanize, useWord } from "~/app/word";
import { Recall } from "./recall/recall";
import { Multiple, useGameTitle } from "./round-columns";
import { RoundRecord } from "./round-record";

const Proof = lazy(() => import("./proof"));
const route = getRouteApi("/desk/rounds/$id");

/** A round as the player saw it, what it moved, and what proves it. */
export default function RoundPage() {
  return (
    <Gate permission="rounds:view">
      <Round />
    </Gate>
  );
}

function Round() {
  const t = useT();
  const { id } = route.useParams();
  const titleOf = useGameTitle();
  const { data: round, error, refetch } = useQuery({ queryKey: ["round", id], queryFn: () => api.round(id) });
  const back = { to: "/rounds", label: t("nav.rounds") } as const;
  if (!round)
    return (
      <Page title={t("round.title")} back={back}>
        {error ? (
          <QueryError error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-96 w-full" />
        )}
      </Page>
    );
  return (
    <Page
      title={titleOf(round.game)}
      back={back}
      beside={<State group="round_status" value={round.status} />}
    >
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <Section title={t("round.recall")}>
            <div className="overflow-hidden rounded-xl border">
              <Replay round={round} />
            </div>
          </Section>
          <Suspense fallback={<Skeleton className="h-64 w-full" />}>
            <Proof round={round} />
          </Suspense>
        </div>
        <div className="grid gap-6">
          <Figures round={round} />
          <RoundRecord id={round.id} />
          {round.steps.length > 0 && <Course round={round} />}
        </div>
      </div>
    </Page>
  );
}

/** The round as it stood after each step; without steps, as it ended. */
function Replay({ round }: { round: RecalledRound }) {
  const t = useT();
  const last = round.steps.length;
  const [at, setAt] = useState(last);
  const step = at < last ? round.steps[at - 1] : undefined;
  const shown = step ? { ...round, outcome: (step.outcome ?? null) as RecalledRound["outcome"] } : round;
  if (last < 2) return <Recall round={round} />;
  return (
    <>
      <Recall round={shown} />
      <div className="flex flex-wrap items-center gap-3 border-t p-3 text-[0.8125rem]">
        <Button size="sm" variant="secondary" disabled={at <= 1} onClick={() => setAt(at - 1)}>
          {t("round.step_back")}
        </Button>
        <input
          type="range"
          min={1}
          max={last}
          value={at}
          aria-label={t("round.replay")}
          aria-valuetext={t("round.step_of", { step: at, steps: last })}
          onChange={(event) => setAt(Number(event.target.value))}
          className="min-w-32 flex-1 accent-primary"
        />
        <Button size="sm" variant="secondary" disabled={at >= last} onClick={() => setAt(at + 1)}>
          {t("round.step_on")}
        </Button>
        <span className="figures text-muted-foreground" role="status">
          {t("round.step_of", { step: at, steps: last })}
        </span>
      </div>
    </>
  );
}

function Figures({ round }: { round: RecalledRound }) {
  const t = useT();
  const word = useWord();
  return (
    <Section title={t("round.figures")}>
      <FactList
        className="rounded-xl border p-4"
        items={[
          [
            t("column.member"),
            <Link
              key="member"
              to="/members/$id"
              params={{ id: round.member.id }}
              className="text-primary hover:underline"
            >
              {round.member.username}
            </Link>,
          ],
          [t("column.stake"), <Money key="stake" amount={round.stake} currency={round.currency} />],
          [t("column.multiplier"), <Multiple key="multiple" value={round.multiplier} />],
          [t("column.payout"), <Money key="payout" amount={round.payout} currency={round.currency} />],
          [
            t("column.net_member"),
            <Money
              key="net"
              amount={addAmounts(round.payout, negate(round.stake))}
              currency={round.currency}
              signed
              toned
            />,
          ],
          ...round.jackpot_wins.map(
            (win) =>
              [
                `${win.jackpot} · ${word("level", win.level)}`,
                <Money key={win.level} amount={win.amount} currency={round.currency} signed />,
              ] as const,
          ),
          [t("round.started"), <Moment key="from" at={round.created_at} style="full" />],
          [t("round.settled"), <Moment key="to" at={round.settled_at} style="full" />],
          [t("column.id"), <CopyText key="id" text={round.id} cut={8} />],
        ]}
      />
    </Section>
  );
}

function Course({ round }: { round: RecalledRound }) {
  const t = useT();
  return (
    <Section title={t("round.steps")}>
      <ol className="grid gap-px overflow-hidden rounded-xl border bg-border text-[0.8125rem]">
        {round.steps.map((step, at) => (
          <li
            key={`${step.at} ${JSON.stringify(step.choices)}`}
            className="flex items-center gap-3 bg-card px-4 py-2"
          >
            <span className="figures text-muted-foreground">{at + 1}</span>
            <span className="font-medium">{humanize(step.action)}</span>
            <span className="figures text-muted-foreground">
              {Object.values(step.choices ?? {}).join(", ")}
            </span>
            <Moment at={step.at} style="time" className="figures ml-auto text-muted-foreground" />
          </li>
        ))}
      </ol>
    </Section>
  );
}

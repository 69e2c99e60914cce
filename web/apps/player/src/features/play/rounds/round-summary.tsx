import type { Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { addAmounts, compareAmounts, Moment, Money, negate } from "@stakehouse/kit";
import { Badge, CopyText, KeyValues, Stat } from "@stakehouse/ui";
import { RoundReplay } from "./round-replay";

/** A round in figures: what was staked, what came, and the seeds it came from. */
export function RoundSummary({ round }: { round: Round }) {
  const t = useT();
  const { fairness } = round;
  const net = addAmounts(round.payout, negate(round.stake));
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-3 gap-3">
        <Stat label={t("rounds.stake")}>
          <Money amount={round.stake} currency={round.currency} />
        </Stat>
        <Stat label={t("rounds.payout")}>
          <Money amount={round.payout} currency={round.currency} />
        </Stat>
        <Stat label={t("rounds.net")}>
          <Money amount={net} currency={round.currency} signed toned />
        </Stat>
      </div>
      <RoundReplay key={round.id} round={round} />
      {round.jackpot_wins
        .filter((win) => compareAmounts(win.amount, "0") > 0)
        .map((win) => (
          <p key={win.jackpot} className="rounded-lg bg-warning-soft px-4 py-3 font-semibold text-warning">
            {t("rounds.jackpot", { level: win.level })}{" "}
            <Money amount={win.amount} currency={round.currency} />
          </p>
        ))}
      <KeyValues
        className="border-t pt-4"
        items={[
          [t("rounds.status"), <StatusBadge key="status" status={round.status} />],
          [t("rounds.multiplier"), `${round.multiplier}×`],
          [t("rounds.at"), <Moment key="at" at={round.created_at} style="full" />],
          [t("rounds.id"), <CopyText key="id" text={round.id} cut={8} />],
          [t("fair.scheme"), fairness.scheme],
          [t("fair.server_hash"), <CopyText key="hash" text={fairness.server_seed_hash} cut={12} />],
          [t("fair.client_seed"), <CopyText key="client" text={fairness.client_seed} cut={14} />],
          [t("fair.nonce"), String(fairness.nonce)],
          [
            t("fair.server_seed"),
            fairness.server_seed ? (
              <CopyText key="seed" text={fairness.server_seed} cut={12} />
            ) : (
              <span key="seed" className="font-normal text-muted-foreground">
                {t("fair.not_revealed")}
              </span>
            ),
          ],
        ]}
      />
    </div>
  );
}

function StatusBadge({ status }: { status: Round["status"] }) {
  const t = useT();
  const tones = { settled: "success", open: "warning", void: "neutral" } as const;
  return <Badge tone={tones[status]}>{t("rounds.status_of", { status })}</Badge>;
}

import type { RecalledRound } from "@stakehouse/api/staff";
import { differences, engines, type RoundToVerify, verify } from "@stakehouse/fair";
import { useT } from "@stakehouse/i18n";
import { Callout, CopyText, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { EyeOff, ShieldAlert, ShieldCheck } from "lucide-react";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";

/** The commitment of a round and, once its seed is out, the round computed again in this browser. */
export default function Proof({ round }: { round: RecalledRound }) {
  const t = useT();
  const { fairness } = round;
  return (
    <Section title={t("round.proof")}>
      <ProofVerdict round={round} />
      <FactList
        className="rounded-xl border p-4"
        items={[
          [t("proof.scheme"), fairness.scheme],
          [t("proof.hash"), <CopyText key="hash" text={fairness.server_seed_hash} cut={14} />],
          [
            t("proof.server_seed"),
            fairness.server_seed ? (
              <CopyText key="seed" text={fairness.server_seed} cut={14} />
            ) : (
              <span key="seed" className="font-normal text-muted-foreground">
                {t("proof.not_revealed")}
              </span>
            ),
          ],
          [t("proof.client_seed"), <CopyText key="client" text={fairness.client_seed} cut={14} />],
          [
            t("proof.nonce"),
            <span key="nonce" className="figures">
              {fairness.nonce}
            </span>,
          ],
        ]}
      />
    </Section>
  );
}

function ProofVerdict({ round }: { round: RecalledRound }) {
  const t = useT();
  const { fairness, config, engine } = round;
  const possible = Boolean(
    fairness.server_seed && config && round.status === "settled" && engines.includes(engine),
  );
  const { data: differing, error } = useQuery({
    queryKey: ["proof", round.id, fairness.server_seed],
    enabled: possible,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const told = {
        engine,
        config,
        scheme: fairness.scheme,
        server_seed: fairness.server_seed ?? "",
        server_seed_hash: fairness.server_seed_hash,
        client_seed: fairness.client_seed,
        nonce: fairness.nonce,
        stake: round.stake,
        choices: round.choices,
        outcome: round.outcome,
      } as RoundToVerify;
      return differences(round, await verify(told));
    },
  });
  if (!fairness.server_seed)
    return (
      <Callout icon={<EyeOff size={18} />} title={t("proof.sealed")}>
        {t("proof.sealed_text")}
      </Callout>
    );
  if (!possible || error)
    return (
      <Callout tone="warning" icon={<ShieldAlert size={18} />} title={t("proof.not_possible")}>
        {t("proof.not_possible_text")}
      </Callout>
    );
  if (!differing) return <Skeleton className="h-18 w-full" />;
  return differing.length ? (
    <Callout tone="danger" icon={<ShieldAlert size={18} />} title={t("proof.differs")}>
      {differing.map((part) => t(`proof.part.${part}`)).join(", ")}
    </Callout>
  ) : (
    <Callout tone="success" icon={<ShieldCheck size={18} />} title={t("proof.holds")}>
      {t("proof.holds_text")}
    </Callout>
  );
}

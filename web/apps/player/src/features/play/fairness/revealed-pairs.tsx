import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Card, CopyText, EmptyState, KeyValues, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";

/** The pairs that were played under and shown since. */
export function RevealedPairs() {
  const t = useT();
  const history = useQuery({
    queryKey: ["fairness", "history"],
    queryFn: () => api.fairnessHistory({ limit: 20 }),
  });
  return (
    <section className="grid gap-3">
      <h2 className="display text-2xl">{t("fair.history")}</h2>
      {history.error && !history.data && (
        <QueryError error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.isPending && <Skeleton className="h-40 rounded-xl" />}
      {history.data?.items.length === 0 && (
        <Card>
          <EmptyState icon={<KeyRound size={24} />} title={t("fair.no_history.title")}>
            {t("fair.no_history.body")}
          </EmptyState>
        </Card>
      )}
      {history.data?.items.map((pair) => (
        <Card key={pair.server_seed_hash} className="p-5">
          <KeyValues
            items={[
              [t("fair.revealed_at"), <Moment key="at" at={pair.revealed_at} style="full" />],
              [t("fair.server_seed"), <CopyText key="seed" text={pair.server_seed} cut={14} />],
              [t("fair.server_hash"), <CopyText key="hash" text={pair.server_seed_hash} cut={14} />],
              [t("fair.client_seed"), <CopyText key="client" text={pair.client_seed} cut={18} />],
              [t("fair.played"), `${pair.rounds} · ${pair.scheme}`],
            ]}
          />
        </Card>
      ))}
    </section>
  );
}

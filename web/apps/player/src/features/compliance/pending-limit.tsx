import { api, type Limit } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime, useErrorText, useNow } from "@stakehouse/kit";
import { Button, Callout, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** A looser limit that waits: counted down, then to be confirmed before it lapses, or called off. */
export function Pending({ limit, wanted }: { limit: Limit; wanted: string }) {
  const t = useT();
  const now = useNow(30_000);
  const queries = useQueryClient();
  const errorText = useErrorText();
  const from = limit.pending_from ?? "";
  const isDue = Date.parse(from) <= now;
  const act = useMutation({
    mutationFn: async (yes: boolean): Promise<void> => {
      if (yes) await api.confirmLimit(limit.kind, limit.period, limit.currency);
      else await api.dropPendingLimit(limit.kind, limit.period, limit.currency);
    },
    onSuccess: (_, yes) => toast(t(yes ? "limits.confirmed" : "limits.dropped"), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["limits"] }),
  });
  return (
    <Callout tone="warning">
      <p>
        {t(isDue ? "limits.pending_due" : "limits.pending", { value: wanted })}{" "}
        {isDue ? (
          <>
            {t("limits.pending_until")} <Moment at={limit.pending_until} />
          </>
        ) : (
          <>
            <Moment at={from} /> (<RelativeTime at={from} />)
          </>
        )}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {isDue && (
          <Button size="sm" busy={act.isPending} onClick={() => act.mutate(true)}>
            {t("limits.confirm")}
          </Button>
        )}
        <Button size="sm" variant="outline" busy={act.isPending} onClick={() => act.mutate(false)}>
          {t("limits.keep")}
        </Button>
      </div>
    </Callout>
  );
}

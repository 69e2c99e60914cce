import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatClock, Money, useErrorText, useNow } from "@stakehouse/kit";
import { Button, Dialog, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { playClockQuery } from "~/app/sitting";

/** Stops play when the time is up: how long, with what result, and whether to go on. */
export default function RealityCheck() {
  const t = useT();
  const now = useNow(1000);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { data: clock } = useQuery(playClockQuery);
  const dueAt = clock?.reality_check.due_at;
  const isDue = clock?.reality_check.is_due || (dueAt != null && Date.parse(dueAt) <= now);
  const session = clock?.session;
  const answer = useMutation({
    mutationFn: api.answerRealityCheck,
    onSuccess: async (after, said) => {
      if (said === "continue") queries.setQueryData(playClockQuery.queryKey, after);
      else await navigate({ to: "/" });
    },
    onError: (error) => toast(errorText(error), "danger"),
  });
  const stop = () => answer.mutate("stop");
  return (
    <Dialog
      open={Boolean(isDue && session)}
      onClose={stop}
      title={t("reality.title")}
      footer={
        <>
          <Button variant="secondary" busy={answer.isPending} onClick={stop}>
            {t("reality.stop")}
          </Button>
          <Button busy={answer.isPending} onClick={() => answer.mutate("continue")}>
            {t("reality.continue")}
          </Button>
        </>
      }
    >
      {session && (
        <div className="grid gap-4">
          <p className="text-muted-foreground">{t("reality.text")}</p>
          <p className="figures text-center font-semibold text-4xl">
            {formatClock(Math.max(now - Date.parse(session.since), 0) / 1000)}
          </p>
          {session.results.map(({ currency, wagered, won, net }) => (
            <dl key={currency} className="grid grid-cols-3 gap-2 rounded-lg bg-muted p-3 text-center">
              <Figure label={t("reality.wagered")} amount={wagered} currency={currency} />
              <Figure label={t("reality.won")} amount={won} currency={currency} />
              <Figure label={t("reality.net")} amount={net} currency={currency} toned />
            </dl>
          ))}
          <nav
            aria-label={t("reality.more")}
            className="flex flex-wrap justify-center gap-x-5 gap-y-1 text-sm"
          >
            <Link to="/history" className="min-h-7 font-medium text-primary hover:underline">
              {t("reality.history")}
            </Link>
            <Link to="/account/limits" className="min-h-7 font-medium text-primary hover:underline">
              {t("reality.limits")}
            </Link>
            <Link to="/account/break" className="min-h-7 font-medium text-primary hover:underline">
              {t("sitting.break")}
            </Link>
          </nav>
        </div>
      )}
    </Dialog>
  );
}

interface FigureProps {
  label: string;
  amount: string;
  currency: string;
  toned?: boolean;
}

function Figure({ label, amount, currency, toned = false }: FigureProps) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd>
        <Money amount={amount} currency={currency} signed={toned} toned={toned} className="font-semibold" />
      </dd>
    </div>
  );
}

import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, QueryError, useErrorText } from "@stakehouse/kit";
import { Button, Callout, Card, ConfirmDialog, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { DoorClosed, Wallet } from "lucide-react";
import { useState } from "react";
import { Page } from "~/app/page";
import { meQuery, walletQuery } from "~/app/queries";
import { DetailsCard } from "./details-card";

/** Where a member who is not let in to play sees the balance, is paid out, and after the term asks to come back. */
export default function PayoutPage() {
  const t = useT();
  const wallet = useQuery(walletQuery);
  const exclusion = useQuery({ queryKey: ["exclusion"], queryFn: api.exclusion });
  const active = exclusion.data?.active;
  const me = useQuery(meQuery);
  const asked = useQuery({ queryKey: ["registration"], queryFn: api.registration });
  const [lacked, setLacked] = useState(false);
  const lacks = asked.data?.details && me.data && !(me.data.last_name && me.data.postcode);
  if (lacks && !lacked) setLacked(true);
  const held = wallet.data?.accounts.filter((account) => account.kind === "main");
  const isOver = active?.until != null && Date.parse(active.until) <= Date.now();
  return (
    <Page
      title={t("payout.title")}
      lead={t(lacked && !active ? "payout.lead_details" : "payout.lead")}
      narrow
    >
      {active && (
        <Callout
          tone="warning"
          icon={<DoorClosed size={18} />}
          title={t(`break.active.${kindOf(active.kind)}`)}
        >
          {active.returns_at ? (
            <>
              {t("payout.returns")} <Moment at={active.returns_at} style="full" />
            </>
          ) : active.until ? (
            <>
              {t(isOver ? "payout.term_over" : "break.active.until")}{" "}
              <Moment at={active.until} style="full" />
            </>
          ) : (
            t(active.kind === "national_register" ? "break.active.there" : "break.active.forever")
          )}
        </Callout>
      )}
      {wallet.error && !wallet.data && (
        <QueryError error={wallet.error} onRetry={() => void wallet.refetch()} />
      )}
      <Card className="grid gap-4 p-5">
        <h2 className="display flex items-center gap-3 text-2xl">
          <Wallet size={22} aria-hidden="true" />
          {t("payout.balance")}
        </h2>
        {!held && !wallet.error && <Skeleton className="h-8 w-40" />}
        <ul className="grid gap-1">
          {held?.map(({ currency, balance }) => (
            <li key={currency}>
              <Money amount={balance} currency={currency} className="font-semibold text-2xl" />
            </li>
          ))}
        </ul>
        <Link
          to="/wallet/withdraw"
          className="grid h-12 place-items-center rounded-lg bg-primary px-5 font-semibold text-primary-foreground"
        >
          {t("payout.withdraw")}
        </Link>
        <p className="text-muted-foreground text-sm">{t("payout.session")}</p>
      </Card>
      {lacked && me.data && <DetailsCard me={me.data} />}
      {active && active.kind !== "time_out" && isOver && !active.returns_at && <Return />}
    </Page>
  );
}

function kindOf(kind: string): "time_out" | "self_exclusion" | "national_register" {
  return kind === "time_out" || kind === "national_register" ? kind : "self_exclusion";
}

function Return() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const ask = useMutation({
    mutationFn: api.askReturn,
    onSuccess: () => toast(t("payout.return_asked"), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: async () => {
      setAsking(false);
      await queries.invalidateQueries({ queryKey: ["exclusion"] });
    },
  });
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="display text-2xl">{t("payout.return_title")}</h2>
      <p className="text-muted-foreground text-sm">{t("payout.return_text")}</p>
      <Button variant="secondary" size="lg" onClick={() => setAsking(true)}>
        {t("payout.return")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => ask.mutate()}
        busy={ask.isPending}
        title={t("payout.return_title")}
        confirm={t("payout.return")}
      >
        <p>{t("payout.return_ask")}</p>
      </ConfirmDialog>
    </Card>
  );
}

import { useT } from "@stakehouse/i18n";
import { Money, QueryError } from "@stakehouse/kit";
import { buttonClass, Card, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowDownToLine, ArrowUpFromLine } from "lucide-react";
import { useCurrency } from "~/app/currency";
import { Page } from "~/app/page";
import { walletQuery } from "~/app/queries";
import { TransactionsTable } from "~/features/ledger/transactions-table";
import { PendingPayments } from "~/features/payments/pending-payments";

const buckets = ["bonus", "locked", "referral"] as const;

/** What one has, by bucket and currency, and the last movements. */
export default function WalletPage() {
  const t = useT();
  const { code, all } = useCurrency();
  const { data: wallet, error, refetch } = useQuery(walletQuery);
  const balanceOf = (kind: string, currency: string) =>
    wallet?.accounts.find((account) => account.kind === kind && account.currency === currency)?.balance;
  const main = balanceOf("main", code);
  return (
    <Page title={t("nav.wallet")}>
      {error && !wallet ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <section className="grid overflow-hidden rounded-2xl bg-ink-felt text-ink-paper">
          <div className="relative flex flex-wrap items-end justify-between gap-5 px-5 py-6 sm:px-7">
            <div className="grid gap-1">
              <span className="caps opacity-75">{t("wallet.main")}</span>
              <span className="display text-[clamp(3.5rem,11vw,5.5rem)] leading-none!">
                {main === undefined ? (
                  <Skeleton className="h-16 w-64 opacity-30" />
                ) : (
                  <Money amount={main} currency={code} />
                )}
              </span>
              {all
                .filter((currency) => currency.code !== code)
                .map((currency) => {
                  const other = balanceOf("main", currency.code);
                  return (
                    other && (
                      <Money
                        key={currency.code}
                        amount={other}
                        currency={currency.code}
                        className="text-sm opacity-75"
                      />
                    )
                  );
                })}
            </div>
            <div className="flex gap-2.5">
              <Link
                to="/wallet/deposit"
                className="inline-flex h-12 items-center gap-2 rounded-lg bg-ink-gold px-5 font-semibold text-ink-night hover:brightness-110"
              >
                <ArrowDownToLine size={18} aria-hidden="true" />
                {t("payments.deposit")}
              </Link>
              <Link
                to="/wallet/withdraw"
                className="inline-flex h-12 items-center gap-2 rounded-lg border border-ink-line px-5 font-semibold hover:bg-ink-line"
              >
                <ArrowUpFromLine size={18} aria-hidden="true" />
                {t("payments.withdraw")}
              </Link>
            </div>
          </div>
          <dl className="grid grid-cols-3 gap-px bg-ink-line">
            {buckets.map((kind) => {
              const balance = balanceOf(kind, code);
              return (
                <div key={kind} className="grid gap-0.5 bg-ink-felt-deep px-4 py-3.5 sm:px-7">
                  <dt className="text-xs opacity-75">{t(`wallet.${kind}`)}</dt>
                  <dd className="font-semibold">
                    {balance ? <Money amount={balance} currency={code} /> : "–"}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      )}
      <PendingPayments />
      <section className="grid gap-3">
        <header className="flex items-center justify-between">
          <h2 className="display text-2xl">{t("wallet.movements")}</h2>
          <Link to="/history" className={buttonClass("ghost", "sm")}>
            {t("wallet.all_movements")}
          </Link>
        </header>
        <Card className="p-2 sm:p-3">
          <TransactionsTable filter={{}} brief />
        </Card>
      </section>
    </Page>
  );
}

import { api, type Deposit, type Withdrawal } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, Money } from "@stakehouse/kit";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { isFinal, PaymentStatus } from "./status";

const LOOK_BACK = 10;

/** Payments that are still on their way; nothing where there are none. */
export function PendingPayments() {
  const t = useT();
  const deposits = useQuery({
    queryKey: ["deposits", "recent"],
    queryFn: () => api.deposits({ limit: LOOK_BACK }),
  });
  const withdrawals = useQuery({
    queryKey: ["withdrawals", "recent"],
    queryFn: () => api.withdrawals({ limit: LOOK_BACK }),
  });
  const open = (page: { items: (Deposit | Withdrawal)[] } | undefined) =>
    page?.items.filter((payment) => !isFinal(payment.status)) ?? [];
  const rows = [
    ...open(deposits.data).map((payment) => ({
      payment,
      to: "/wallet/deposits/$id" as const,
      name: t("payments.deposit"),
    })),
    ...open(withdrawals.data).map((payment) => ({
      payment,
      to: "/wallet/withdrawals/$id" as const,
      name: t("payments.withdrawal"),
    })),
  ];
  if (!rows.length) return null;
  return (
    <section className="grid gap-3">
      <h2 className="display text-2xl">{t("payments.pending")}</h2>
      <ul className="grid gap-2">
        {rows.map(({ payment, to, name }) => (
          <li key={payment.id}>
            <Link
              to={to}
              params={{ id: payment.id }}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border bg-card px-4 py-3 transition-colors hover:border-primary"
            >
              <span className="font-semibold">{name}</span>
              <Moment at={payment.created_at} className="text-muted-foreground text-sm" />
              <PaymentStatus status={payment.status} />
              <Money amount={payment.amount} currency={payment.currency} className="ml-auto font-semibold" />
              <ChevronRight size={18} className="text-muted-foreground" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useT } from "@stakehouse/i18n";
import { Money } from "@stakehouse/kit";
import { buttonClass, cx, Mark, Menu, MenuItem, MenuLabel, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, ChevronDown, Plus } from "lucide-react";
import { setCurrency, useBalance, useCurrency } from "~/app/currency";
import { meQuery, tenantQuery, walletQuery } from "~/app/queries";
import { useSignedIn } from "~/app/session";
import { LookMenu } from "./look-menu";

/** The bar on top: whose house it is, what one has, and where one signs in. */
export function TopBar() {
  const t = useT();
  const signedIn = useSignedIn();
  const { data: tenant, isPending } = useQuery(tenantQuery);
  const logo = tenant?.branding.logo;
  return (
    <header className="sticky top-0 z-30 flex h-16 items-center gap-3 border-b bg-background px-4 lg:px-6">
      <Link to="/" className="flex min-w-0 items-center gap-2.5 rounded-md">
        {logo ? (
          <img
            src={`/api/player/v1/tenant/logo/${logo}?tenant=${tenant.slug}`}
            alt=""
            className="h-8 min-w-0 object-contain"
            style={{ maxWidth: "9rem" }}
          />
        ) : (
          <Mark className={cx("size-8", isPending && "invisible")} />
        )}
        <span
          className={cx(
            "display text-[1.75rem]",
            logo ? "max-sm:sr-only" : "max-[23rem]:sr-only",
            isPending && "invisible",
          )}
        >
          {tenant?.branding.name ?? t("player.title")}
        </span>
        <span className="sr-only">{t("nav.home")}</span>
      </Link>
      <div className="ml-auto flex shrink-0 items-center gap-2">
        {signedIn ? (
          <BalanceBox />
        ) : (
          <>
            <Link to="/sign-in" className={buttonClass("ghost", "sm")}>
              {t("auth.sign_in")}
            </Link>
            <Link to="/register" className={buttonClass("primary", "sm")}>
              {t("auth.register")}
            </Link>
          </>
        )}
        <LookMenu />
      </div>
    </header>
  );
}

function BalanceBox() {
  const t = useT();
  const { code, all } = useCurrency();
  const balance = useBalance(code);
  const { data: wallet } = useQuery(walletQuery);
  const { data: me } = useQuery(meQuery);
  return (
    <div className="flex items-stretch rounded-lg border bg-card">
      <Menu
        label={t("wallet.choose_currency")}
        triggerClassName="flex h-10 items-center gap-1.5 rounded-l-lg pr-2 pl-3 font-semibold text-[0.9375rem] hover:bg-muted"
        trigger={
          <>
            {balance === undefined ? (
              <Skeleton className="h-5 w-20" />
            ) : (
              <Money amount={balance} currency={code} />
            )}
            <ChevronDown size={16} className="text-muted-foreground" aria-hidden="true" />
          </>
        }
      >
        <MenuLabel>{t("wallet.balances")}</MenuLabel>
        {all.map((currency) => {
          const own = wallet?.accounts.find(
            (account) => account.kind === "main" && account.currency === currency.code,
          );
          return (
            <MenuItem
              key={currency.code}
              checked={currency.code === code}
              onSelect={() => setCurrency(currency.code)}
              icon={<Check size={16} className={currency.code === code ? "" : "invisible"} />}
            >
              <span className="flex-1">{currency.code}</span>
              {own && <Money amount={own.balance} currency={own.currency} />}
            </MenuItem>
          );
        })}
      </Menu>
      {!me?.is_for_payout && (
        <Link
          to="/wallet/deposit"
          aria-label={t("payments.deposit")}
          className="flex items-center gap-1.5 rounded-r-lg bg-primary px-2.5 font-semibold text-primary-foreground text-sm hover:brightness-110 sm:px-3.5"
        >
          <Plus size={18} aria-hidden="true" />
          <span className="max-sm:sr-only">{t("payments.deposit")}</span>
        </Link>
      )}
    </div>
  );
}

import type { Account } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { compareAmounts, Money } from "@stakehouse/kit";
import { cx, Skeleton } from "@stakehouse/ui";
import { Section } from "~/app/page";
import { useWord } from "~/app/word";

/** What a member has, a row for each currency. */
export function Wallets({ accounts }: { accounts: readonly Account[] | undefined }) {
  const t = useT();
  const word = useWord();
  const kinds = [...new Set(accounts?.map((account) => account.kind))];
  const currencies = [...new Set(accounts?.map((account) => account.currency))];
  const find = (kind: string, currency: string) =>
    accounts?.find((account) => account.kind === kind && account.currency === currency);
  return (
    <Section title={t("member.wallets")}>
      {accounts ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
        <section aria-label={t("member.wallets")} tabIndex={0} className="overflow-x-auto rounded-xl border">
          <table className="w-full text-[0.8125rem]">
            <caption className="sr-only">{t("member.wallets")}</caption>
            <thead>
              <tr className="text-muted-foreground text-xs">
                <th scope="col" className="h-9 px-4 text-start font-medium">
                  {t("column.currency")}
                </th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="h-9 px-4 text-end font-medium">
                    {word("account_kind", kind)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {currencies.map((currency) => (
                <tr key={currency}>
                  <th scope="row" className="h-11 border-t px-4 text-start font-medium">
                    {currency}
                  </th>
                  {kinds.map((kind) => {
                    const account = find(kind, currency);
                    const empty = !account || compareAmounts(account.balance, "0") === 0;
                    return (
                      <td key={kind} className="h-11 border-t px-4 text-end">
                        {account && (
                          <Money
                            amount={account.balance}
                            currency={currency}
                            className={cx(
                              empty
                                ? "text-muted-foreground"
                                : kind === "main" && "font-semibold text-[0.9375rem]",
                            )}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <Skeleton className="h-31.5 w-full" />
      )}
    </Section>
  );
}

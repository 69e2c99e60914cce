import { hearers } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { meQuery, tenantQuery, walletQuery } from "./queries";

const STORED = "stakehouse.currency";
const { watch, tell } = hearers();

/** Chooses the currency to play and pay in. */
export function setCurrency(code: string): void {
  localStorage.setItem(STORED, code);
  tell();
}

function stored(): string | null {
  return localStorage.getItem(STORED);
}

export interface CurrencyChoice {
  code: string;
  scale: number;
  all: readonly { code: string; scale: number }[];
}

/** The currency in use: the chosen one if the tenant has it, else the member's, else the tenant's. */
export function useCurrency(): CurrencyChoice {
  const chosen = useSyncExternalStore(watch, stored, stored);
  const { data: tenant } = useQuery(tenantQuery);
  const { data: me } = useQuery(meQuery);
  const all = (tenant?.currencies ?? []).filter((currency) => currency.kind !== "points");
  const wanted = [chosen, me?.currency, tenant?.default_currency];
  const found = wanted.map((code) => all.find((currency) => currency.code === code)).find(Boolean) ?? all[0];
  return { code: found?.code ?? "EUR", scale: found?.scale ?? 2, all };
}

/** The balance of one of the member's accounts, as a decimal string; undefined while it is not known. */
export function useBalance(currency: string, kind = "main"): string | undefined {
  const { data: wallet } = useQuery(walletQuery);
  return wallet?.accounts.find((account) => account.currency === currency && account.kind === kind)?.balance;
}

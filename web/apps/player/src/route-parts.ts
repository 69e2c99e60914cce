import { addTexts } from "@stakehouse/i18n";
import {
  loadAccountCatalogue,
  loadCareCatalogue,
  loadCashierCatalogue,
  loadHouseCatalogue,
  loadPlayCatalogue,
} from "./catalogue";

/** A text of the URL, or nothing: whatever a person typed there must not break a page. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The games and their proofs have texts of their own. */
export const withPlayTexts = { loader: () => addTexts(loadPlayCatalogue) };
export const withCareTexts = { loader: () => addTexts(loadCareCatalogue) };

/** So has everything about money, which shows rounds too. */
export const withCashierTexts = { loader: () => all(loadCashierCatalogue, loadPlayCatalogue) };

/** One's own limits stand in the cashier. */
export const withDepositTexts = {
  loader: () => all(loadCashierCatalogue, loadPlayCatalogue, loadCareCatalogue),
};

/** So have complaints. */
export const withHouseTexts = { loader: () => addTexts(loadHouseCatalogue) };

/** Sign-in and the account have too. */
export const withAccountTexts = { loader: () => addTexts(loadAccountCatalogue) };

/** Whoever is kept out may have to say who they are. */
export const withPayoutTexts = { loader: () => all(loadCareCatalogue, loadAccountCatalogue) };

type Load = Parameters<typeof addTexts>[0];

function all(...loads: Load[]): Promise<unknown> {
  return Promise.all(loads.map(addTexts));
}

export type Texts<Name extends string> = Partial<Record<Name, string>>;

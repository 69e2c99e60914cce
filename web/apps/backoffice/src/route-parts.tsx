import { staff } from "@stakehouse/api/staff";
import { addTexts } from "@stakehouse/i18n";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { loadHouseCatalogue } from "./catalogue";
import { NotFound } from "./shell/dead-ends";
import { Shell } from "./shell/shell";

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFound });

/** Everything below needs staff; others sign in first and come back to where they wanted to go. */
export const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  beforeLoad: ({ location }) => {
    if (!staff.signedIn()) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
  component: Shell,
});

/** The house's own affairs, and cases against laundering, have texts of their own. */
export const withHouseTexts = { loader: () => addTexts(loadHouseCatalogue) };

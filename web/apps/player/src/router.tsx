import { player } from "@stakehouse/api/player";
import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { openRoutes, root } from "./open-routes";
import {
  type Texts,
  text,
  withAccountTexts,
  withCareTexts,
  withCashierTexts,
  withDepositTexts,
  withHouseTexts,
  withPayoutTexts,
  withPlayTexts,
} from "./route-parts";
import { LoadFailed } from "./shell/dead-ends";

/** Everything below needs a member; others sign in first and come back to where they wanted to go. */
const member = createRoute({
  getParentRoute: () => root,
  id: "member",
  beforeLoad: ({ location }) => {
    if (!player.signedIn()) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
});

const wallet = createRoute({
  getParentRoute: () => member,
  path: "/wallet",
  ...withCashierTexts,
  component: lazyRouteComponent(() => import("./pages/wallet")),
});

const deposit = createRoute({
  getParentRoute: () => member,
  path: "/wallet/deposit",
  ...withDepositTexts,
  component: lazyRouteComponent(() => import("./pages/deposit")),
});

const depositStatus = createRoute({
  getParentRoute: () => member,
  path: "/wallet/deposits/$id",
  ...withCashierTexts,
  component: lazyRouteComponent(() => import("./features/payments/deposit-status-page")),
});

const withdraw = createRoute({
  getParentRoute: () => member,
  path: "/wallet/withdraw",
  ...withCashierTexts,
  component: lazyRouteComponent(() => import("./features/payments/withdraw-page")),
});

const withdrawalStatus = createRoute({
  getParentRoute: () => member,
  path: "/wallet/withdrawals/$id",
  ...withCashierTexts,
  component: lazyRouteComponent(() => import("./features/payments/withdrawal-status-page")),
});

const history = createRoute({
  getParentRoute: () => member,
  path: "/history",
  ...withCashierTexts,
  validateSearch: (search): Texts<"tab" | "kind" | "game" | "status" | "from" | "to"> => ({
    tab: text(search.tab),
    kind: text(search.kind),
    game: text(search.game),
    status: text(search.status),
    from: text(search.from),
    to: text(search.to),
  }),
  component: lazyRouteComponent(() => import("./pages/history")),
});

const round = createRoute({
  getParentRoute: () => member,
  path: "/rounds/$id",
  ...withPlayTexts,
  component: lazyRouteComponent(() => import("./features/play/rounds/round-page")),
});

const account = createRoute({
  getParentRoute: () => member,
  path: "/account",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/account-page")),
});

const security = createRoute({
  getParentRoute: () => member,
  path: "/account/security",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/security-page")),
});

const sessions = createRoute({
  getParentRoute: () => member,
  path: "/account/sessions",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/sessions-page")),
});

const visits = createRoute({
  getParentRoute: () => member,
  path: "/account/visits",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/access/visits-page")),
});

const credentials = createRoute({
  getParentRoute: () => member,
  path: "/account/sign-in",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/credentials-page")),
});

const ownData = createRoute({
  getParentRoute: () => member,
  path: "/account/data",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/data-page")),
});

const limits = createRoute({
  getParentRoute: () => member,
  path: "/account/limits",
  ...withCareTexts,
  component: lazyRouteComponent(() => import("./features/compliance/limits-page")),
});

const welcomeLimit = createRoute({
  getParentRoute: () => member,
  path: "/welcome/limit",
  ...withCareTexts,
  component: lazyRouteComponent(() => import("./features/compliance/welcome-limit-page")),
});

const verification = createRoute({
  getParentRoute: () => member,
  path: "/account/verification",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/compliance/verification-page")),
});

const takeBreak = createRoute({
  getParentRoute: () => member,
  path: "/account/break",
  ...withCareTexts,
  component: lazyRouteComponent(() => import("./features/compliance/break-page")),
});

const payout = createRoute({
  getParentRoute: () => member,
  path: "/payout",
  ...withPayoutTexts,
  component: lazyRouteComponent(() => import("./features/compliance/payout-page")),
});

const complaints = createRoute({
  getParentRoute: () => member,
  path: "/account/complaints",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/support/complaints-page")),
});

const complaint = createRoute({
  getParentRoute: () => member,
  path: "/account/complaints/$id",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/support/complaint-page")),
});

const tree = root.addChildren([
  ...openRoutes,
  member.addChildren([
    complaints,
    complaint,
    wallet,
    deposit,
    depositStatus,
    withdraw,
    withdrawalStatus,
    history,
    round,
    account,
    security,
    sessions,
    visits,
    credentials,
    ownData,
    limits,
    welcomeLimit,
    takeBreak,
    payout,
    verification,
  ]),
]);

/** The face's addresses; every page is a chunk of its own. */
export function createFaceRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultErrorComponent: LoadFailed,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createFaceRouter>;
  }
}

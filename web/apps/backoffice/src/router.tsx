import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { parseSearch, stringifySearch, texts } from "./app/search";
import { complianceRoutes } from "./compliance-routes";
import { enter, forgotten, houseRoutes, invitation, security } from "./house-routes";
import { desk, root } from "./route-parts";
import { LoadFailed } from "./shell/dead-ends";

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: texts("next"),
  component: lazyRouteComponent(() => import("./features/access/sign-in-page")),
});

const dashboard = createRoute({
  getParentRoute: () => desk,
  path: "/",
  validateSearch: texts("currency"),
  component: lazyRouteComponent(() => import("./features/reporting/dashboard-page")),
});

const members = createRoute({
  getParentRoute: () => desk,
  path: "/members",
  validateSearch: texts("query", "standing", "country", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/identity/members-page")),
});

const member = createRoute({
  getParentRoute: () => desk,
  path: "/members/$id",
  validateSearch: texts("tab", "kind", "currency", "session", "cursor", "page"),
  component: lazyRouteComponent(() => import("./pages/member")),
});

const withdrawals = createRoute({
  getParentRoute: () => desk,
  path: "/withdrawals",
  validateSearch: texts("status", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/payments/queue-page")),
});

const withdrawal = createRoute({
  getParentRoute: () => withdrawals,
  path: "$id",
  component: lazyRouteComponent(() => import("./features/payments/case-panel")),
});

const deposits = createRoute({
  getParentRoute: () => desk,
  path: "/deposits",
  validateSearch: texts("status", "member_id", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/payments/deposits-page")),
});

const rounds = createRoute({
  getParentRoute: () => desk,
  path: "/rounds",
  validateSearch: texts("member_id", "game", "status", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/play/rounds-page")),
});

const round = createRoute({
  getParentRoute: () => desk,
  path: "/rounds/$id",
  component: lazyRouteComponent(() => import("./features/play/round-page")),
});

const games = createRoute({
  getParentRoute: () => desk,
  path: "/games",
  validateSearch: texts("entry"),
  component: lazyRouteComponent(() => import("./features/games/games-page")),
});

const jackpots = createRoute({
  getParentRoute: () => desk,
  path: "/jackpots",
  component: lazyRouteComponent(() => import("./features/jackpots/jackpots-page")),
});

const ledger = createRoute({
  getParentRoute: () => desk,
  path: "/ledger",
  component: lazyRouteComponent(() => import("./features/ledger/ledger-page")),
});

const approvals = createRoute({
  getParentRoute: () => desk,
  path: "/approvals",
  validateSearch: texts("status", "entry", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/access/approvals-page")),
});

const audit = createRoute({
  getParentRoute: () => desk,
  path: "/audit",
  validateSearch: texts("actor", "action", "resource", "from", "to", "entry", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/access/audit-page")),
});

const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  component: lazyRouteComponent(() => import("./features/access/join-page")),
});

const team = createRoute({
  getParentRoute: () => desk,
  path: "/team",
  component: lazyRouteComponent(() => import("./features/access/team-page")),
});

const roles = createRoute({
  getParentRoute: () => desk,
  path: "/roles",
  component: lazyRouteComponent(() => import("./features/access/roles-page")),
});

const tree = root.addChildren([
  signIn,
  join,
  invitation,
  forgotten,
  enter,
  desk.addChildren([
    dashboard,
    security,
    members,
    member,
    withdrawals.addChildren([withdrawal]),
    deposits,
    rounds,
    round,
    games,
    jackpots,
    ledger,
    approvals,
    audit,
    team,
    roles,
    ...complianceRoutes,
    ...houseRoutes,
  ]),
]);

/** The face's addresses; every page is a chunk of its own. */
export function createFaceRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: "/backoffice",
    context: { queries },
    parseSearch,
    stringifySearch,
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

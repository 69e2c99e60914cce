import { staff } from "@stakehouse/api/staff";
import { addTexts } from "@stakehouse/i18n";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { parseSearch, stringifySearch, texts } from "./app/search";
import { loadHouseCatalogue } from "./catalogue";
import { LoadFailed, NotFound } from "./shell/dead-ends";
import { Shell } from "./shell/shell";

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: texts("next"),
  component: lazyRouteComponent(() => import("./features/access/sign-in-page")),
});

/** Everything below needs staff; others sign in first and come back to where they wanted to go. */
const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  beforeLoad: ({ location }) => {
    if (!staff.signedIn()) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
  component: Shell,
});

const security = createRoute({
  getParentRoute: () => desk,
  path: "/security",
  component: lazyRouteComponent(() => import("./features/identity/security-page")),
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
  validateSearch: texts("tab", "kind", "currency", "cursor", "page"),
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

const kyc = createRoute({
  getParentRoute: () => desk,
  path: "/kyc",
  validateSearch: texts("status", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/compliance/kyc-queue-page")),
});

const kycCase = createRoute({
  getParentRoute: () => desk,
  path: "/kyc/$id",
  component: lazyRouteComponent(() => import("./features/compliance/kyc-review-page")),
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

const amlCases = createRoute({
  getParentRoute: () => desk,
  path: "/aml-cases",
  validateSearch: texts("status", "kind", "severity", "entry", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/compliance/aml/cases-page")),
});

const watchlists = createRoute({
  getParentRoute: () => desk,
  path: "/watchlists",
  component: lazyRouteComponent(() => import("./features/compliance/aml/watchlists-page")),
});

const monitoring = createRoute({
  getParentRoute: () => desk,
  path: "/monitoring",
  component: lazyRouteComponent(() => import("./features/compliance/aml/rules-page")),
});

/** The house's own affairs have texts of their own. */
const withHouseTexts = { loader: () => addTexts(loadHouseCatalogue) };

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/console/invitation-page")),
});

const complaints = createRoute({
  getParentRoute: () => desk,
  path: "/complaints",
  ...withHouseTexts,
  validateSearch: texts("status", "overdue", "entry", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/support/complaints-page")),
});

const evidence = createRoute({
  getParentRoute: () => desk,
  path: "/evidence",
  ...withHouseTexts,
  validateSearch: texts("member_id"),
  component: lazyRouteComponent(() => import("./features/reporting/evidence-page")),
});

const settings = createRoute({
  getParentRoute: () => desk,
  path: "/settings",
  ...withHouseTexts,
  validateSearch: texts("category"),
  component: lazyRouteComponent(() => import("./features/tenancy/settings-page")),
});

const hosts = createRoute({
  getParentRoute: () => desk,
  path: "/hosts",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/tenancy/hosts-page")),
});

const tenants = createRoute({
  getParentRoute: () => desk,
  path: "/tenants",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/console/tenants-page")),
});

const tenant = createRoute({
  getParentRoute: () => desk,
  path: "/tenants/$id",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/console/tenant-page")),
});

const harm = createRoute({
  getParentRoute: () => desk,
  path: "/harm",
  validateSearch: texts("status", "band", "entry", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/compliance/harm-page")),
});

const significant = createRoute({
  getParentRoute: () => desk,
  path: "/significant-events",
  validateSearch: texts("kind", "from", "to", "entry", "cursor", "page"),
  component: lazyRouteComponent(() => import("./features/compliance/significant-page")),
});

const jurisdiction = createRoute({
  getParentRoute: () => desk,
  path: "/settings/jurisdiction",
  component: lazyRouteComponent(() => import("./features/compliance/jurisdiction-page")),
});

const tree = root.addChildren([
  signIn,
  join,
  invitation,
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
    amlCases,
    watchlists,
    monitoring,
    approvals,
    kyc,
    kycCase,
    audit,
    team,
    roles,
    complaints,
    evidence,
    settings,
    hosts,
    tenants,
    tenant,
    harm,
    significant,
    jurisdiction,
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

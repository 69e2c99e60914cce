import { player } from "@stakehouse/api/player";
import { addTexts } from "@stakehouse/i18n";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { loadAccountCatalogue, loadCareCatalogue, loadPlayCatalogue } from "./catalogue";
import { LoadFailed, NotFound } from "./shell/dead-ends";
import { Shell } from "./shell/shell";

/** A text of the URL, or nothing: whatever a person typed there must not break a page. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The games and their proofs have texts of their own. */
const withPlayTexts = { loader: () => addTexts(loadPlayCatalogue) };
const withCareTexts = { loader: () => addTexts(loadCareCatalogue) };

/** Sign-in and the account have too. */
const withAccountTexts = { loader: () => addTexts(loadAccountCatalogue) };

type Texts<Name extends string> = Partial<Record<Name, string>>;

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFound,
});

const lobby = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: (search): Texts<"q" | "category"> => ({
    q: text(search.q),
    category: text(search.category),
  }),
  component: lazyRouteComponent(() => import("./pages/lobby")),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("./features/identity/register-page")),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/confirm",
  validateSearch: (search): Texts<"email"> => ({ email: text(search.email) }),
  component: lazyRouteComponent(() => import("./features/identity/confirm-page")),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  ...withAccountTexts,
  validateSearch: (search): Texts<"next"> => ({ next: text(search.next) }),
  component: lazyRouteComponent(() => import("./features/identity/sign-in-page")),
});

const visit = createRoute({
  getParentRoute: () => root,
  path: "/visit",
  component: lazyRouteComponent(() => import("./features/access/visit-page")),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/forgot-page")),
});

const telegram = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/telegram",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/telegram-page")),
});

const enter = createRoute({
  getParentRoute: () => root,
  path: "/enter",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/enter-page")),
});

const game = createRoute({
  getParentRoute: () => root,
  path: "/games/$slug",
  loader: () => Promise.all([addTexts(loadPlayCatalogue), addTexts(loadCareCatalogue)]),
  component: lazyRouteComponent(() => import("./features/play/game-page")),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: "/fairness/verify",
  ...withPlayTexts,
  validateSearch: (search): Texts<"round"> => ({
    round: text(search.round),
  }),
  component: lazyRouteComponent(() => import("./features/play/fairness/verify-page")),
});

const fairness = createRoute({
  getParentRoute: () => root,
  path: "/fairness",
  ...withPlayTexts,
  component: lazyRouteComponent(() => import("./features/play/fairness/fairness-page")),
});

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
  component: lazyRouteComponent(() => import("./pages/wallet")),
});

const deposit = createRoute({
  getParentRoute: () => member,
  path: "/wallet/deposit",
  component: lazyRouteComponent(() => import("./pages/deposit")),
});

const depositStatus = createRoute({
  getParentRoute: () => member,
  path: "/wallet/deposits/$id",
  component: lazyRouteComponent(() => import("./features/payments/deposit-status-page")),
});

const withdraw = createRoute({
  getParentRoute: () => member,
  path: "/wallet/withdraw",
  component: lazyRouteComponent(() => import("./features/payments/withdraw-page")),
});

const withdrawalStatus = createRoute({
  getParentRoute: () => member,
  path: "/wallet/withdrawals/$id",
  component: lazyRouteComponent(() => import("./features/payments/withdrawal-status-page")),
});

const history = createRoute({
  getParentRoute: () => member,
  path: "/history",
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

const sessions = createRoute({
  getParentRoute: () => member,
  path: "/account/sessions",
  component: lazyRouteComponent(() => import("./features/identity/sessions-page")),
});

const visits = createRoute({
  getParentRoute: () => member,
  path: "/account/visits",
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

const takeBreak = createRoute({
  getParentRoute: () => member,
  path: "/account/break",
  ...withCareTexts,
  component: lazyRouteComponent(() => import("./features/compliance/break-page")),
});

const payout = createRoute({
  getParentRoute: () => member,
  path: "/payout",
  ...withCareTexts,
  component: lazyRouteComponent(() => import("./features/compliance/payout-page")),
});

const tree = root.addChildren([
  lobby,
  register,
  confirm,
  signIn,
  visit,
  forgot,
  telegram,
  enter,
  game,
  verify,
  fairness,
  member.addChildren([
    wallet,
    deposit,
    depositStatus,
    withdraw,
    withdrawalStatus,
    history,
    round,
    account,
    sessions,
    visits,
    credentials,
    ownData,
    limits,
    takeBreak,
    payout,
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

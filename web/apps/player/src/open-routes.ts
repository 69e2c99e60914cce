import { addTexts } from "@stakehouse/i18n";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { jackpotsQuery } from "./app/queries";
import { loadCareCatalogue, loadPlayCatalogue } from "./catalogue";
import { gamesQuery } from "./features/play/lobby/games-query";
import { type Texts, text, withAccountTexts, withPlayTexts } from "./route-parts";
import { NotFound } from "./shell/dead-ends";
import { Shell } from "./shell/shell";

/** The frame of every page. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
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
  loader: ({ context: { queries }, location }) => {
    const { q, category } = location.search as Texts<"q" | "category">;
    void queries.prefetchQuery(jackpotsQuery);
    void queries.prefetchInfiniteQuery(gamesQuery({ category, query: q }));
  },
  component: lazyRouteComponent(() => import("./pages/lobby")),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/identity/register-page")),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/confirm",
  ...withAccountTexts,
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

const plea = createRoute({
  getParentRoute: () => root,
  path: "/keep-out",
  ...withAccountTexts,
  component: lazyRouteComponent(() => import("./features/compliance/plea-page")),
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

/** The pages that need no member. */
export const openRoutes = [
  lobby,
  register,
  confirm,
  signIn,
  visit,
  forgot,
  telegram,
  enter,
  plea,
  game,
  verify,
  fairness,
] as const;

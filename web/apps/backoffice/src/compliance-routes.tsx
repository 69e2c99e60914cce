import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { texts } from "./app/search";
import { desk, withHouseTexts } from "./route-parts";

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

const amlCases = createRoute({
  getParentRoute: () => desk,
  path: "/aml-cases",
  validateSearch: texts("status", "kind", "severity", "entry", "cursor", "page"),
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/compliance/aml/cases-page")),
});

const watchlists = createRoute({
  getParentRoute: () => desk,
  path: "/watchlists",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/compliance/aml/watchlists-page")),
});

const monitoring = createRoute({
  getParentRoute: () => desk,
  path: "/monitoring",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/compliance/aml/rules-page")),
});

const harm = createRoute({
  getParentRoute: () => desk,
  path: "/harm",
  validateSearch: texts("status", "band", "entry", "cursor", "page"),
  ...withHouseTexts,
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

/** The work that protects people and keeps the law. */
export const complianceRoutes = [
  kyc,
  kycCase,
  amlCases,
  watchlists,
  monitoring,
  harm,
  significant,
  jurisdiction,
] as const;

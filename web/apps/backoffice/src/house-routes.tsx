import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { texts } from "./app/search";
import { desk, root, withHouseTexts } from "./route-parts";

export const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/console/invitation-page")),
});

export const forgotten = createRoute({
  getParentRoute: () => root,
  path: "/forgotten-password",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/identity/forgot-page")),
});

export const enter = createRoute({
  getParentRoute: () => root,
  path: "/enter",
  validateSearch: texts("from"),
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/access/enter-page")),
});

export const security = createRoute({
  getParentRoute: () => desk,
  path: "/security",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/identity/security-page")),
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

const telegram = createRoute({
  getParentRoute: () => desk,
  path: "/settings/telegram",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/identity/telegram-page")),
});

const hosts = createRoute({
  getParentRoute: () => desk,
  path: "/hosts",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/tenancy/hosts-page")),
});

const registers = createRoute({
  getParentRoute: () => desk,
  path: "/registers",
  ...withHouseTexts,
  component: lazyRouteComponent(() => import("./features/compliance/registers-page")),
});

const requests = createRoute({
  getParentRoute: () => desk,
  path: "/exclusion-requests",
  ...withHouseTexts,
  validateSearch: texts("status"),
  component: lazyRouteComponent(() => import("./features/compliance/requests-page")),
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

/** What the house and the platform settle about themselves. */
export const houseRoutes = [
  complaints,
  evidence,
  settings,
  telegram,
  hosts,
  registers,
  requests,
  tenants,
  tenant,
] as const;

import { onRefusal, staff } from "@stakehouse/api/staff";
import { activate, I18nRoot, startLocale } from "@stakehouse/i18n";
import { arrive, createQueryClient } from "@stakehouse/kit";
import { mount } from "@stakehouse/kit/mount";
import { applyBrand, startLook } from "@stakehouse/ui";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { startKeys } from "./app/keys";
import { meQuery, tenantQuery } from "./app/queries";
import { loadCatalogue } from "./catalogue";
import { createFaceRouter } from "./router";
import "./styles.css";

/** Puts on the tenant's look; without an answer the look of the last visit stays. */
async function dress(queries: QueryClient): Promise<void> {
  const tenant = await queries.fetchQuery(tenantQuery).catch(() => null);
  if (!tenant) return;
  applyBrand(tenant.branding);
  document.documentElement.dataset.house = tenant.name;
}

async function start(): Promise<void> {
  startLook();
  startKeys();
  const queries = createQueryClient();
  void dress(queries);
  await Promise.all([activate(startLocale(), loadCatalogue), staff.refresh().catch(() => false)]);
  const router = createFaceRouter(queries);
  staff.onStepUp(async () => (await import("@stakehouse/kit/security")).askStepUp(staff));
  onRefusal(() => void queries.invalidateQueries({ queryKey: ["me"] }));
  staff.onSession(() => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "tenant" });
    void router.invalidate();
  });
  if (staff.signedIn()) void queries.prefetchQuery(meQuery);
  await router.load();
  const root = document.getElementById("root");
  if (!root) return;
  arrive(router);
  mount(
    root,
    <I18nRoot>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nRoot>,
  );
}

void start();

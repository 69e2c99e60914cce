import { staff } from "@stakehouse/api/staff";
import { I18nRoot, setTexts } from "@stakehouse/i18n";
import { messages as own } from "@stakehouse/i18n/locales/backoffice/en.po";
import { messages as shared } from "@stakehouse/i18n/locales/shared/en.po";
import { createQueryClient } from "@stakehouse/kit";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { renderToStaticMarkup } from "react-dom/server";
import { desk, root } from "./route-parts";

/** A page of which only the frame is known. */
const frame = createRoute({ getParentRoute: () => desk, path: "/", component: () => null });

/** The face as staff see it before anything was answered. */
export async function drawShells(): Promise<Record<string, string>> {
  setTexts("en", { ...shared, ...own });
  staff.setTokens({ access_token: "drawn", token_type: "Bearer", expires_in: 0 });
  const queries = createQueryClient();
  const router = createRouter({
    routeTree: root.addChildren([desk.addChildren([frame])]),
    context: { queries },
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  await router.load();
  const markup = renderToStaticMarkup(
    <I18nRoot>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </I18nRoot>,
  );
  return { "frame-own": markup };
}

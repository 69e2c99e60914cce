import { player } from "@stakehouse/api/player";
import { I18nRoot, setTexts } from "@stakehouse/i18n";
import { messages as own } from "@stakehouse/i18n/locales/player/en.po";
import { messages as shared } from "@stakehouse/i18n/locales/shared/en.po";
import { createQueryClient } from "@stakehouse/kit";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { renderToStaticMarkup } from "react-dom/server";
import { root } from "./open-routes";
import LobbyPage from "./pages/lobby";

const lobby = createRoute({ getParentRoute: () => root, path: "/", component: LobbyPage });

/** A page of which only the frame is known. */
const frame = createRoute({ getParentRoute: () => root, path: "/frame", component: () => null });

/** The face as strangers and members see it before anything was answered. */
export async function drawShells(): Promise<Record<string, string>> {
  setTexts("en", { ...shared, ...own });
  const strangers = { "lobby-open": await draw("/"), "frame-open": await draw("/frame") };
  player.setTokens({ access_token: "drawn", token_type: "Bearer", expires_in: 0 });
  const members = { "lobby-own": await draw("/"), "frame-own": await draw("/frame") };
  return { ...strangers, ...members };
}

async function draw(address: string): Promise<string> {
  const queries = createQueryClient();
  const router = createRouter({
    routeTree: root.addChildren([lobby, frame]),
    context: { queries },
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  await router.load();
  return renderToStaticMarkup(
    <I18nRoot>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </I18nRoot>,
  );
}

import { useT } from "@stakehouse/i18n";
import { OfflineBar } from "@stakehouse/kit";
import { Dialog, IconButton, Mark, Toaster } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Menu, Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { housesQuery } from "~/app/houses";
import { useShortcuts } from "~/app/keys";
import { useCan } from "~/app/permissions";
import { meQuery, tenantQuery } from "~/app/queries";
import { navItems } from "./nav";
import { Refused } from "./refused";
import { Sidebar } from "./sidebar";

const Houses = lazy(() => import("./houses"));
const Palette = lazy(() => import("./palette/palette"));
const ShortcutSheet = lazy(() => import("./shortcut-sheet"));

type Overlay = "houses" | "palette" | "shortcuts" | "places" | null;

/** The frame around every page: the places at the side, the page as a sheet of paper beside them. */
export function Shell() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data: me } = useQuery(meQuery);
  const { data: houses } = useQuery(housesQuery);
  const hasSeveral = (houses?.items.length ?? 0) > 1;
  // Work that demands a second factor begins once there is one.
  const mustSetUp = me?.must_set_up_second_factor === true && path !== "/security";
  useEffect(() => {
    if (mustSetUp) void navigate({ to: "/security", replace: true });
  }, [mustSetUp, navigate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes whatever lies over it.
  useEffect(() => setOverlay(null), [path]);

  useShortcuts(t("keys.everywhere"), [
    { keys: "mod+k", label: t("keys.palette"), run: () => setOverlay("palette") },
    { keys: "?", label: t("keys.sheet"), run: () => setOverlay("shortcuts") },
    ...(hasSeveral ? [{ keys: "h", label: t("switcher.switch"), run: () => setOverlay("houses") }] : []),
    ...navItems
      .filter((item) => can(item.permission))
      .map((item) => ({
        keys: `g ${item.key}`,
        label: t("keys.go_to", { place: t(item.label) }),
        run: () => void navigate({ to: item.to }),
      })),
  ]);

  const sidebar = (
    <Sidebar
      onSearch={() => setOverlay("palette")}
      onHouses={() => setOverlay("houses")}
      onShortcuts={() => setOverlay("shortcuts")}
    />
  );
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-primary px-4 py-3 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("nav.skip")}
      </a>
      <OfflineBar />
      <NarrowBar onPlaces={() => setOverlay("places")} onSearch={() => setOverlay("palette")} />
      <div className="flex min-h-0 flex-1">
        <aside aria-label={t("nav.sidebar")} className="hidden w-60 shrink-0 lg:block">
          {sidebar}
        </aside>
        <main
          id="content"
          tabIndex={-1}
          data-scroll-restoration-id="content"
          className="flex min-w-0 flex-1 flex-col bg-card outline-none lg:my-2 lg:mr-2 lg:overflow-y-auto lg:rounded-xl lg:border lg:shadow-card"
        >
          <Outlet />
        </main>
      </div>
      <Dialog
        open={overlay === "places"}
        onClose={() => setOverlay(null)}
        title={t("nav.main")}
        shape="side"
        className="w-80!"
      >
        {sidebar}
      </Dialog>
      <Suspense>
        {overlay === "houses" && <Houses onClose={() => setOverlay(null)} />}
        {overlay === "palette" && <Palette onClose={() => setOverlay(null)} />}
        {overlay === "shortcuts" && <ShortcutSheet onClose={() => setOverlay(null)} />}
      </Suspense>
      <Refused />
      {/* At the top, so that a message never lies over the acts at the foot of a page. */}
      <Toaster className="top-16 bottom-auto! lg:top-4" />
    </div>
  );
}

function NarrowBar({ onPlaces, onSearch }: { onPlaces: () => void; onSearch: () => void }) {
  const t = useT();
  const { data: tenant } = useQuery(tenantQuery);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b bg-background px-2 lg:hidden">
      <IconButton label={t("nav.main")} onClick={onPlaces}>
        <Menu size={20} />
      </IconButton>
      <Link to="/" className="flex items-center gap-2 rounded-md px-1">
        <Mark className="size-6" />
        <span className="font-semibold text-[0.9375rem]">
          {tenant?.name}
          <span className="sr-only"> {t("backoffice.title")}</span>
        </span>
      </Link>
      <IconButton label={t("palette.open")} onClick={onSearch} className="ml-auto">
        <Search size={20} />
      </IconButton>
    </header>
  );
}

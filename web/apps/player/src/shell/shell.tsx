import { player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { OfflineBar } from "@stakehouse/kit";
import { cx, Toaster } from "@stakehouse/ui";
import { Link, Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useSignedIn } from "~/app/session";
import { isVisiting } from "~/app/visit";
import { Footer } from "./footer";
import { navItems } from "./nav-items";
import { TopBar } from "./top-bar";

const SittingBar = lazy(() => import("./sitting-bar").then((part) => ({ default: part.SittingBar })));
const VisitBanner = lazy(() => import("~/features/access/visit-banner"));

/** The frame around every page: bar on top, rail at the side or bar at the bottom, the page between. */
export function Shell() {
  const t = useT();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-primary px-4 py-3 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("nav.skip")}
      </a>
      <OfflineBar />
      {useSyncExternalStore(player.onSession, isVisiting, isVisiting) && (
        <Suspense>
          <VisitBanner />
        </Suspense>
      )}
      <TopBar />
      <div className="flex flex-1">
        <Rail />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col pb-24 outline-none lg:pb-10">
          {/* On telephones what stands under a page begins below the screen: no answer moves it into view. */}
          <div className="flex flex-1 flex-col max-lg:min-h-[calc(100dvh-8rem)]">
            <Outlet />
          </div>
          <Footer />
        </main>
      </div>
      <BottomBar />
      <Toaster />
    </div>
  );
}

function Rail() {
  const t = useT();
  const signedIn = useSignedIn();
  return (
    <aside className="sticky top-16 hidden h-[calc(100dvh-4rem)] w-56 shrink-0 flex-col justify-between px-4 pt-4 pb-5 lg:flex">
      <nav aria-label={t("nav.main")} className="grid gap-1">
        {navItems
          .filter((item) => signedIn || !item.member)
          .map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              className="flex h-11 items-center gap-3 rounded-lg px-3 font-medium text-[0.9375rem] text-muted-foreground transition-colors hover:bg-muted hover:text-foreground"
              activeProps={{ className: "bg-primary-soft !text-primary" }}
            >
              <Icon size={20} aria-hidden="true" />
              {t(label)}
            </Link>
          ))}
      </nav>
      {signedIn && (
        <Suspense>
          <SittingBar stacked />
        </Suspense>
      )}
    </aside>
  );
}

function BottomBar() {
  const t = useT();
  const signedIn = useSignedIn();
  const shown = navItems.filter((item) => signedIn || !item.member);
  return (
    <nav
      aria-label={t("nav.main")}
      className={cx(
        "fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t bg-card lg:hidden",
        "pb-[env(safe-area-inset-bottom)]",
      )}
    >
      {shown.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          className="relative grid h-16 content-center justify-items-center gap-1 font-medium text-[0.6875rem] text-muted-foreground"
          activeProps={{
            className:
              "!text-primary before:absolute before:top-0 before:h-0.5 before:w-8 before:rounded-full before:bg-primary",
          }}
        >
          <Icon size={22} aria-hidden="true" />
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}

import { isProblem } from "@stakehouse/api";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { buttonClass, EmptyState, ErrorState } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { useTitle } from "~/app/page";

/** The page for addresses that lead nowhere. */
export function NotFound() {
  const t = useT();
  useTitle(t("state.not_found.title"));
  return (
    <EmptyState
      className="min-h-[60dvh] content-center"
      icon={<span className="display text-3xl">404</span>}
      title={<h1>{t("state.not_found.title")}</h1>}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t("nav.lobby")}
        </Link>
      }
    >
      {t("state.not_found.body")}
    </EmptyState>
  );
}

/** What stands in for a page that broke while it was loaded or drawn. */
export function LoadFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useT();
  if (isProblem(error)) return <QueryError error={error} onRetry={reset} />;
  // Without a network loading anew would take the whole app away.
  if (!navigator.onLine) return <ErrorState message={t("state.error.network")} onRetry={reset} />;
  return <ErrorState message={t("state.error.unknown")} onRetry={() => location.reload()} />;
}

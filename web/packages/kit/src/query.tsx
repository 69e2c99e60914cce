import { isProblem, NetworkFailure } from "@stakehouse/api";
import { useT } from "@stakehouse/i18n";
import { ErrorState } from "@stakehouse/ui";
import { onlineManager, QueryClient } from "@tanstack/react-query";

const RETRIES = 2;

/** A query client that asks again only where asking again can help: no network, or a fault on our side. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a network a page says so and offers another try; waiting would show grey for ever.
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (count, error) =>
          count < RETRIES &&
          (error instanceof NetworkFailure
            ? onlineManager.isOnline()
            : isProblem(error) && error.status >= 500),
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
      },
      // What was pressed without a network fails at once, and does not happen by itself an hour later.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** The sentence for any error, without technical words. */
export function useErrorText(): (error: unknown) => string {
  const t = useT();
  return (error) => {
    if (error instanceof NetworkFailure) return t("state.error.network");
    if (isProblem(error) && error.status < 500) return error.message;
    return t("state.error.unknown");
  };
}

/** The error state of a failed query, with its trace id; 403 and 404 say what they are. */
export function QueryError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const text = useErrorText();
  const problem = isProblem(error) ? error : null;
  if (problem?.status === 403)
    return (
      <ErrorState
        title={t("state.forbidden.title")}
        message={t("state.forbidden.body")}
        traceId={problem.traceId}
      />
    );
  if (problem?.status === 404)
    return (
      <ErrorState
        title={t("state.not_found.title")}
        message={t("state.not_found.body")}
        traceId={problem.traceId}
      />
    );
  return <ErrorState message={text(error)} traceId={problem?.traceId} onRetry={onRetry} />;
}

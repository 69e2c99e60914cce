import { api, type StaffWithdrawal } from "@stakehouse/api/staff";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { PAGE_ROWS } from "~/list/use-list";
import { VIEWS, type View, viewOf } from "./statuses";

const REFETCH_MS = 20_000;

/** The cases of the chosen view; the queue is asked again while it is open, so two people see the same. */
export function useQueue() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const view: View = viewOf(search.status);
  const query = useQuery({
    queryKey: ["withdrawals", view, search.cursor ?? null],
    queryFn: ({ signal }) =>
      api.withdrawals({ status: VIEWS[view], cursor: search.cursor, limit: PAGE_ROWS }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
  return {
    view,
    cases: query.data?.items,
    next: query.isPlaceholderData ? null : (query.data?.next ?? null),
    cursor: search.cursor,
    error: query.error,
    retry: () => void query.refetch(),
    stale: query.isPlaceholderData,
  };
}

/** One case, fresh from the server; the list's copy stands in while it comes. */
export function useCase(id: string, cases: readonly StaffWithdrawal[] | undefined) {
  return useQuery({
    queryKey: ["withdrawal", id],
    queryFn: () => api.withdrawal(id),
    placeholderData: () => cases?.find((one) => one.id === id),
    refetchInterval: REFETCH_MS,
  });
}

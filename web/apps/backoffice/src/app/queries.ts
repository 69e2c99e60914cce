import { api, staff } from "@stakehouse/api/staff";
import { queryOptions } from "@tanstack/react-query";

/** The queries that several pages share. */

export const tenantQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: api.tenant,
  staleTime: 5 * 60_000,
});

/** Who one is and what one may do, which others may change while one looks: each page asks again. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: api.me,
  enabled: () => staff.signedIn(),
  staleTime: 2_000,
  refetchInterval: 15_000,
});

export function dashboardQuery(currency?: string) {
  return queryOptions({
    queryKey: ["dashboard", currency ?? null],
    queryFn: () => api.dashboard(currency),
    refetchInterval: 30_000,
  });
}

export const gamesQuery = queryOptions({
  queryKey: ["games"],
  queryFn: api.games,
  staleTime: 5 * 60_000,
});

export const permissionsQuery = queryOptions({
  queryKey: ["permissions"],
  queryFn: api.permissions,
  staleTime: 5 * 60_000,
});

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: api.roles,
  staleTime: 60_000,
});

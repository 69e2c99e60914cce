import { useQueryClient } from "@tanstack/react-query";

/** Has the page of a tenant, and the list of all, read anew. */
export function useTenantChanged(id: string) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ["tenants", id] });
    await queries.invalidateQueries({ queryKey: ["tenants"] });
  };
}

import { promptApi } from "@stakehouse/api/prompt";
import { queryOptions } from "@tanstack/react-query";

/** Whether the law has the member asked for a deposit limit in a currency; without one, in that of the first wallet. */
export const depositPromptQuery = (currency: string | null) =>
  queryOptions({
    queryKey: ["deposit-prompt", currency],
    queryFn: () => promptApi.show(currency),
  });

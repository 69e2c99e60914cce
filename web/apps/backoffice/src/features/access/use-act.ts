import { useErrorText } from "@stakehouse/kit";
import { toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** Runs an act on the team, says how it went and shows what is true then. */
export function useAct() {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const run = useMutation({
    mutationFn: ({ call }: { call: () => Promise<unknown>; done: string }) => call(),
    onSuccess: (_, { done }) => toast(done, "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  return {
    act: (call: () => Promise<unknown>, done: string) => run.mutateAsync({ call, done }).catch(() => null),
    busy: run.isPending,
  };
}

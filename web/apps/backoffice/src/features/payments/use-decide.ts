import { Intent, isProblem } from "@stakehouse/api";
import { api, type StaffWithdrawal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { formatMoney, useErrorText } from "@stakehouse/kit";
import { toast } from "@stakehouse/ui";
import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";

const KEY = ["decide"];

export interface Decision {
  case_: StaffWithdrawal;
  /** A rejection's reason, which the member reads; null approves. */
  reason: string | null;
}

/** One intent for each decision, so that a repeated press or a lost answer cannot decide twice. */
const intents = new Map<string, Intent>();

function intentFor({ case_, reason }: Decision): Intent {
  const key = `${case_.id} ${reason === null ? "approve" : "reject"}`;
  const intent = intents.get(key) ?? new Intent();
  intents.set(key, intent);
  return intent;
}

/** Decides a case. Money is never shown as moved before the server has said so. */
export function useDecide(onDecided: (decided: StaffWithdrawal) => void) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();

  function show(decided: StaffWithdrawal) {
    queries.setQueryData(["withdrawal", decided.id], decided);
    void queries.invalidateQueries({ queryKey: ["withdrawals"] });
    void queries.invalidateQueries({ queryKey: ["dashboard"] });
  }

  return useMutation({
    mutationKey: KEY,
    mutationFn: (decision: Decision) => {
      const { case_, reason } = decision;
      const intent = intentFor(decision);
      return reason === null
        ? api.approveWithdrawal(case_.id, intent)
        : api.rejectWithdrawal(case_.id, reason, intent);
    },
    onSuccess: (decided, { case_, reason }) => {
      show(decided);
      const amount = formatMoney(case_.amount, case_.currency);
      const name = case_.member.username;
      toast(
        reason === null ? t("case.approved", { amount, name }) : t("case.rejected", { amount, name }),
        "success",
      );
      onDecided(decided);
    },
    onError: async (error, { case_ }) => {
      if (!isProblem(error, "wrong_state")) {
        toast(errorText(error), "danger");
        return;
      }
      // Somebody else was faster: show what is true now instead of what was asked for.
      toast(t("case.decided_elsewhere", { detail: error.message }), "info");
      const fresh = await api.withdrawal(case_.id).catch(() => null);
      if (fresh) show(fresh);
    },
  });
}

/** The cases on which a decision is on its way to the server. */
export function useWorking(): ReadonlySet<string> {
  const ids = useMutationState({
    filters: { mutationKey: KEY, status: "pending" },
    select: (mutation) => (mutation.state.variables as Decision | undefined)?.case_.id,
  });
  return new Set(ids.filter((id) => id !== undefined));
}

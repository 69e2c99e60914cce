import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money } from "@stakehouse/kit";
import { toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { ReasonDialog } from "~/app/reason-dialog";

interface StandingDialogProps {
  member: Member;
  balances: readonly { currency: string; balance: string }[];
  onClose: () => void;
}

/** Suspends or reinstates a member, after saying what that does. */
export function StandingDialog({ member, balances, onClose }: StandingDialogProps) {
  const t = useT();
  const queries = useQueryClient();
  const suspending = member.standing === "active";
  const name = member.username;

  async function send(reason: string): Promise<void> {
    const act = suspending ? api.suspend : api.reinstate;
    const changed = await act(member.id, reason);
    queries.setQueryData(["member", member.id], (old: Member | undefined) => ({ ...old, ...changed }));
    for (const key of [["member", member.id], ["members"], ["audit"]])
      void queries.invalidateQueries({ queryKey: key });
    toast(
      suspending ? t("standing.suspended_done", { name }) : t("standing.reinstated_done", { name }),
      "success",
    );
    onClose();
  }

  return (
    <ReasonDialog
      title={suspending ? t("standing.suspend_title", { name }) : t("standing.reinstate_title", { name })}
      hint={t("reason.hint_staff")}
      confirm={t(suspending ? "standing.suspend" : "standing.reinstate")}
      danger={suspending}
      onClose={onClose}
      onSend={send}
    >
      <ul className="grid list-disc gap-1.5 pl-5">
        {suspending ? (
          <>
            <li>{t("standing.sessions_end", { count: member.sessions.length })}</li>
            <li>{t("standing.no_play")}</li>
            <li>
              {t("standing.money_stays")}{" "}
              {balances.map(({ currency, balance }, at) => (
                <span key={currency}>
                  {at > 0 && ", "}
                  <Money amount={balance} currency={currency} className="font-medium" />
                </span>
              ))}
            </li>
          </>
        ) : (
          <li>{t("standing.play_again")}</li>
        )}
        <li>{t("standing.recorded")}</li>
      </ul>
    </ReasonDialog>
  );
}

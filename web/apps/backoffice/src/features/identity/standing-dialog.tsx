import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money, useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

const REASON_LETTERS = 3;

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
  const form = useForm({
    initial: { reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ reason }) => {
      const act = suspending ? api.suspend : api.reinstate;
      const changed = await act(member.id, reason.trim());
      queries.setQueryData(["member", member.id], (old: Member | undefined) => ({
        ...old,
        ...changed,
      }));
      void queries.invalidateQueries({ queryKey: ["member", member.id] });
      void queries.invalidateQueries({ queryKey: ["members"] });
      void queries.invalidateQueries({ queryKey: ["audit"] });
      const name = member.username;
      toast(
        suspending ? t("standing.suspended_done", { name }) : t("standing.reinstated_done", { name }),
        "success",
      );
      onClose();
    },
  });
  const name = member.username;
  return (
    <Dialog
      open
      onClose={onClose}
      title={suspending ? t("standing.suspend_title", { name }) : t("standing.reinstate_title", { name })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            variant={suspending ? "danger" : "primary"}
            busy={form.busy}
            onClick={() => void form.send()}
          >
            {t(suspending ? "standing.suspend" : "standing.reinstate")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
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
        <Field label={t("reason.label")} hint={t("reason.hint_staff")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} data-autofocus="" />
        </Field>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

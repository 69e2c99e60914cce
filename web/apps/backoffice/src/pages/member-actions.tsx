import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, ConfirmDialog, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, Eraser, Eye, KeyRound, LogOut, RotateCcw, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Can } from "~/app/permissions";
import { ResetFactors } from "~/app/reset-factors";
import { ImpersonateDialog } from "~/features/access/impersonate-dialog";
import { ErasureDialog } from "~/features/identity/erasure-dialog";
import { StandingDialog } from "~/features/identity/standing-dialog";
import { AdjustDialog } from "~/features/ledger/adjust-dialog";

/** What can be done about a member, by those who may. */
export function MemberActions({ member }: { member: Member }) {
  const t = useT();
  const [open, setOpen] = useState<
    "standing" | "adjust" | "sessions" | "visit" | "erasure" | "factors" | null
  >(null);
  const close = () => setOpen(null);
  const suspended = member.standing === "suspended";
  return (
    <>
      <Can permission="ledger:adjust">
        <Button
          size="sm"
          variant="secondary"
          icon={<SlidersHorizontal size={15} />}
          onClick={() => setOpen("adjust")}
        >
          {t("member.adjust")}
        </Button>
      </Can>
      <Can permission="members:impersonate">
        <Button size="sm" variant="secondary" icon={<Eye size={15} />} onClick={() => setOpen("visit")}>
          {t("visit.act")}
        </Button>
      </Can>
      <Can permission="members:manage">
        <Button size="sm" variant="secondary" icon={<LogOut size={15} />} onClick={() => setOpen("sessions")}>
          {t("member.end_sessions")}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon={<KeyRound size={15} />}
          onClick={() => setOpen("factors")}
        >
          {t("factors.open")}
        </Button>
        {member.standing !== "closed" && (
          <Button
            size="sm"
            variant={suspended ? "primary" : "secondary"}
            className={suspended ? "" : "text-danger!"}
            icon={suspended ? <RotateCcw size={15} /> : <Ban size={15} />}
            onClick={() => setOpen("standing")}
          >
            {t(suspended ? "standing.reinstate" : "standing.suspend")}
          </Button>
        )}
      </Can>
      {member.standing === "closed" && (
        <Can permission="members:erase">
          <Button
            size="sm"
            variant="secondary"
            className="text-danger!"
            icon={<Eraser size={15} />}
            onClick={() => setOpen("erasure")}
          >
            {t("erasure.open")}
          </Button>
        </Can>
      )}
      {open === "erasure" && <ErasureDialog member={member} onClose={close} />}
      {open === "standing" && (
        <StandingDialog
          member={member}
          balances={member.accounts.filter((account) => account.kind === "main")}
          onClose={close}
        />
      )}
      {open === "adjust" && <AdjustDialog member={member} accounts={member.accounts} onClose={close} />}
      {open === "factors" && (
        <ResetFactors whose="members" person={{ id: member.id, name: member.username }} onClose={close} />
      )}
      {open === "visit" && <ImpersonateDialog member={member} onClose={close} />}
      {open === "sessions" && <EndSessions member={member} onClose={close} />}
    </>
  );
}

function EndSessions({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const end = useMutation({
    mutationFn: () => api.signMemberOut(member.id),
    onSuccess: ({ sessions_ended: count }) => {
      toast(t("member.sessions_ended", { count }), "success");
      void queries.invalidateQueries({ queryKey: ["member", member.id] });
      onClose();
    },
    onError: (error) => toast(errorText(error), "danger"),
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => end.mutate()}
      busy={end.isPending}
      title={t("member.end_sessions_title", { name: member.username })}
      confirm={t("member.end_sessions")}
    >
      <p>{t("member.end_sessions_text", { count: member.sessions.length })}</p>
    </ConfirmDialog>
  );
}

import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { ReasonDialog } from "~/app/reason-dialog";

/** Asks a second person to erase a closed member's personal data, after saying what goes and what stays. */
export function ErasureDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t("erasure.title", { name: member.username })}
      hint={t("reason.hint_staff")}
      confirm={t("erasure.submit")}
      danger
      onClose={onClose}
      onSend={async (reason) => {
        await api.eraseMember(member.id, reason);
        void queries.invalidateQueries({ queryKey: ["approvals"] });
        toast(t("erasure.asked"), "success");
        onClose();
      }}
    >
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>{t("erasure.goes")}</li>
        <li>{t("erasure.stays")}</li>
        <li>{t("erasure.second")}</li>
      </ul>
    </ReasonDialog>
  );
}

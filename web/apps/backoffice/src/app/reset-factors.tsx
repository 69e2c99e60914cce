import { ownApi } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { ReasonDialog } from "./reason-dialog";

interface ResetFactorsProps {
  whose: "members" | "staff";
  person: { id: string; name: string };
  onClose: () => void;
}

/** Asks a second person to take away the second factors that somebody lost. */
export function ResetFactors({ whose, person, onClose }: ResetFactorsProps) {
  const t = useT();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t("factors.title", { name: person.name })}
      label={t("factors.proof")}
      hint={t("factors.proof_hint")}
      confirm={t("adjust.submit")}
      onClose={onClose}
      onSend={async (reason) => {
        await ownApi.resetFactorsOf(whose, person.id, reason);
        toast(t("adjust.waits"), "success");
        for (const key of ["approvals", "dashboard"]) void queries.invalidateQueries({ queryKey: [key] });
        onClose();
      }}
    >
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>{t("factors.second_person")}</li>
        <li>{t("factors.then")}</li>
        <li>{t("factors.password_stays")}</li>
      </ul>
    </ReasonDialog>
  );
}

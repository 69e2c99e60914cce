import { ownApi } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

const REASON_LETTERS = 3;

interface ResetFactorsProps {
  whose: "members" | "staff";
  person: { id: string; name: string };
  onClose: () => void;
}

/** Asks a second person to take away the second factors that somebody lost. */
export function ResetFactors({ whose, person, onClose }: ResetFactorsProps) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ reason }) => {
      await ownApi.resetFactorsOf(whose, person.id, reason.trim());
      toast(t("adjust.waits"), "success");
      for (const key of ["approvals", "dashboard"]) void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("factors.title", { name: person.name })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("adjust.submit")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>{t("factors.second_person")}</li>
          <li>{t("factors.then")}</li>
          <li>{t("factors.password_stays")}</li>
        </ul>
        <Field label={t("factors.proof")} hint={t("factors.proof_hint")} error={form.errors.reason}>
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

import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

const REASON_LETTERS = 3;

/** Asks a second person to erase a closed member's personal data, after saying what goes and what stays. */
export function ErasureDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ reason }) => {
      await api.eraseMember(member.id, reason.trim());
      void queries.invalidateQueries({ queryKey: ["approvals"] });
      toast(t("erasure.asked"), "success");
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("erasure.title", { name: member.username })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button variant="danger" busy={form.busy} onClick={() => void form.send()}>
            {t("erasure.submit")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>{t("erasure.goes")}</li>
          <li>{t("erasure.stays")}</li>
          <li>{t("erasure.second")}</li>
        </ul>
        <Field label={t("reason.label")} hint={t("reason.hint_staff")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} data-autofocus="" />
        </Field>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={16} />} title={form.failure.message} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

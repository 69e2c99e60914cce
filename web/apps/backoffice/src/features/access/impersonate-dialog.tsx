import { ownApi } from "@stakehouse/api/own";
import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Select, Textarea } from "@stakehouse/ui";
import { CircleAlert } from "lucide-react";
import { useState } from "react";

const REASON_LETTERS = 10;
const MINUTES = ["15", "30", "60", "120"];

/** Begins to see the house as a member, after saying what that does and who will know. */
export function ImpersonateDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const form = useForm({
    initial: { reason: "", minutes: "30" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("visit.reason_needed") : undefined,
    }),
    submit: async ({ reason, minutes }) => {
      if (open) await ownApi.endImpersonation(open);
      setOpen(null);
      const made = await api.impersonate(member.id, {
        reason: reason.trim(),
        minutes: Number(minutes),
        read_only: true,
      });
      window.open(`/visit#${made.code}`, "_blank", "noopener");
      onClose();
    },
    explain: (code, problem) => {
      const { impersonation_id: other } = problem.facts;
      if (code !== "already_impersonating" || typeof other !== "string") return null;
      setOpen(other);
      return t("visit.other_open");
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("visit.title", { name: member.username })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t(open ? "visit.end_and_begin" : "visit.begin")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>{t("visit.looks")}</li>
          <li>{t("visit.told")}</li>
          <li>{t("visit.marked")}</li>
        </ul>
        <Field label={t("reason.label")} hint={t("visit.reason_hint")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} data-autofocus="" />
        </Field>
        <Field label={t("visit.minutes")}>
          <Select value={form.values.minutes} onChange={(event) => form.set("minutes", event.target.value)}>
            {MINUTES.map((minutes) => (
              <option key={minutes}>{minutes}</option>
            ))}
          </Select>
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

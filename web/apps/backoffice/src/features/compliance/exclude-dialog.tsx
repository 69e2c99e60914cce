import { api, type ExcludeFor } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Select, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

const LETTERS = 3;
const TERMS = ["P6M", "P1Y", "P2Y", "P5Y", "forever"] as const;
const ASKERS = ["court", "authority", "family", "other"] as const;

/** Keeps a member out because a court, an authority or the family asked. */
export function ExcludeDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: {
      term: "P6M" as ExcludeFor["term"],
      asked_by: "court" as ExcludeFor["asked_by"],
      evidence: "",
      reason: "",
    },
    validate: ({ evidence, reason }) => ({
      evidence: evidence.trim().length < LETTERS ? t("protect.evidence_needed") : undefined,
      reason: reason.trim().length < LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ evidence, reason, ...rest }) => {
      await api.excludeFor(memberId, { ...rest, evidence: evidence.trim(), reason: reason.trim() });
      await queries.invalidateQueries();
      toast(t("protect.excluded_done"), "success");
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("protect.exclude")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button variant="danger" busy={form.busy} onClick={() => void form.send()}>
            {t("protect.exclude")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("protect.exclude_text")}</p>
        <Field label={t("protect.asked_by")}>
          <Select
            value={form.values.asked_by}
            onChange={(event) => form.set("asked_by", event.target.value as ExcludeFor["asked_by"])}
          >
            {ASKERS.map((one) => (
              <option key={one} value={one}>
                {t(`protect.asked_by.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("protect.term")}>
          <Select
            value={form.values.term}
            onChange={(event) => form.set("term", event.target.value as ExcludeFor["term"])}
          >
            {TERMS.map((one) => (
              <option key={one} value={one}>
                {t(`protect.term.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("protect.evidence")} hint={t("protect.evidence_hint")} error={form.errors.evidence}>
          <Textarea {...form.text("evidence")} maxLength={500} />
        </Field>
        <Field label={t("reason.label")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} />
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

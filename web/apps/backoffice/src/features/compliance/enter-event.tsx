import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Input, Select, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

const SUMMARY_LETTERS = 10;

interface EnterDialogProps {
  kinds: readonly { kind: string; letter: string; title: string }[];
  onClose: () => void;
}

/** Takes in what the house cannot know by itself. */
export function EnterDialog({ kinds, onClose }: EnterDialogProps) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { kind: kinds[0]?.kind ?? "other", at: "", summary: "" },
    validate: ({ at, summary }) => ({
      at: at ? undefined : t("significant.when_needed"),
      summary: summary.trim().length < SUMMARY_LETTERS ? t("significant.summary_needed") : undefined,
    }),
    submit: async ({ kind, at, summary }) => {
      await api.enterEvent({ kind, at: new Date(at).toISOString(), summary: summary.trim() });
      void queries.invalidateQueries({ queryKey: ["significant-events"] });
      toast(t("significant.entered"), "success");
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("significant.enter")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("significant.enter_it")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("significant.enter_text")}</p>
        <Field label={t("significant.kind")}>
          <Select value={form.values.kind} onChange={(event) => form.set("kind", event.target.value)}>
            {kinds.map((kind) => (
              <option key={kind.kind} value={kind.kind}>
                {kind.title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("significant.when")} error={form.errors.at}>
          <Input type="datetime-local" {...form.text("at")} />
        </Field>
        <Field label={t("significant.summary")} error={form.errors.summary}>
          <Textarea {...form.text("summary")} maxLength={500} />
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

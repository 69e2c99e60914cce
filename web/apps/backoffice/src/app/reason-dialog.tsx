import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Textarea } from "@stakehouse/ui";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

const REASON_LETTERS = 3;

interface ReasonDialogProps {
  title: string;
  /** What will happen, before the reason is asked for. */
  children?: ReactNode;
  label?: string;
  hint?: string;
  confirm: string;
  danger?: boolean;
  /** The letters a reason must have. */
  letters?: number;
  onClose: () => void;
  /** Does it; what is refused is said in the dialog, which stays open then. */
  onSend: (reason: string) => Promise<unknown>;
}

/** An act that wants a reason: says what it does, asks why, and does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, hint, confirm, danger = false, onClose, onSend } = props;
  const { letters = REASON_LETTERS } = props;
  const t = useT();
  const id = useId();
  const tooShort = letters > REASON_LETTERS ? t("aml.reason_needed", { count: letters }) : t("reason.needed");
  const form = useForm({
    initial: { reason: "" },
    validate: ({ reason }) => ({ reason: reason.trim().length < letters ? tooShort : undefined }),
    submit: async ({ reason }) => {
      await onSend(reason.trim());
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button variant={danger ? "danger" : "primary"} type="submit" form={id} busy={form.busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={id} {...form.props} className="grid gap-4">
        {children}
        <Field label={label ?? t("reason.label")} hint={hint} error={form.errors.reason}>
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

import { useT } from "@stakehouse/i18n";
import { Button, Dialog, Field, Textarea } from "@stakehouse/ui";
import { type FormEvent, type ReactNode, useState } from "react";

interface ReasonDialogProps {
  title: string;
  /** What will happen, before the reason is asked for. */
  children?: ReactNode;
  label?: string;
  confirm: string;
  danger?: boolean;
  busy: boolean;
  /** The letters a reason must have. */
  letters?: number;
  onClose: () => void;
  onSend: (reason: string) => void;
}

/** An act that wants a reason: says what it does, asks why, and does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, confirm, danger = false, busy, letters = 3, onClose, onSend } = props;
  const t = useT();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);

  function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (reason.trim().length < letters) setError(t("aml.reason_needed", { count: letters }));
    else onSend(reason.trim());
  }

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
          <Button variant={danger ? "danger" : "primary"} type="submit" form="aml-reason" busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id="aml-reason" onSubmit={send} className="grid gap-4">
        {children}
        <Field label={label ?? t("reason.label")} error={error}>
          <Textarea
            value={reason}
            maxLength={500}
            data-autofocus=""
            onChange={(event) => {
              setReason(event.target.value);
              setError(null);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}

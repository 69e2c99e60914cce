import type { StaffWithdrawal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { formatMoney, Money } from "@stakehouse/kit";
import { Button, Dialog, Field, Textarea } from "@stakehouse/ui";
import { TriangleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";

const REASON_LETTERS = 3;
const REASONS = ["case.reason.name", "case.reason.method", "case.reason.identity"] as const;

interface DecideProps {
  case_: StaffWithdrawal;
  busy: boolean;
  onClose: () => void;
}

/** Says what an approval does, in numbers; Enter confirms. */
export function ApproveDialog({ case_, busy, onClose, onApprove }: DecideProps & { onApprove: () => void }) {
  const t = useT();
  const failed = case_.risk.checks.filter((check) => !check.passed).length;
  const amount = formatMoney(case_.amount, case_.currency);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("case.approve_title", { amount })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={busy} onClick={onApprove} data-autofocus="">
            {t("case.approve_submit", { amount })}
          </Button>
        </>
      }
    >
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>
          <Money amount={case_.amount} currency={case_.currency} className="font-medium" />{" "}
          {t("case.leaves_to", { name: case_.member.username, destination: case_.destination_masked })}
        </li>
        <li>{t("case.no_way_back")}</li>
      </ul>
      {failed > 0 && (
        <p className="mt-3 flex gap-2 rounded-lg bg-warning-soft px-3.5 py-2.5 text-warning">
          <TriangleAlert size={17} aria-hidden="true" className="mt-px shrink-0" />
          {t("case.despite", { count: failed })}
        </p>
      )}
    </Dialog>
  );
}

/** Asks for the reason of a rejection and says what happens to the held money. */
export function RejectDialog({
  case_,
  busy,
  onClose,
  onReject,
}: DecideProps & { onReject: (reason: string) => void }) {
  const t = useT();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const amount = formatMoney(case_.amount, case_.currency);

  function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (reason.trim().length < REASON_LETTERS) setError(t("reason.needed"));
    else onReject(reason.trim());
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("case.reject_title", { amount })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button variant="danger" type="submit" form="reject" busy={busy}>
            {t("case.reject_submit", { amount })}
          </Button>
        </>
      }
    >
      <form id="reject" onSubmit={send} className="grid gap-4">
        <p>{t("case.money_returns", { name: case_.member.username })}</p>
        <div className="flex flex-wrap gap-1.5">
          {REASONS.map((id) => (
            <button
              key={id}
              type="button"
              onClick={() => setReason(t(id))}
              className="min-h-8 rounded-full border px-3 text-[0.8125rem] hover:bg-muted"
            >
              {t(id)}
            </button>
          ))}
        </div>
        <Field label={t("reason.label")} hint={t("case.reason_hint")} error={error}>
          <Textarea
            value={reason}
            maxLength={500}
            data-autofocus=""
            onChange={(event) => {
              setReason(event.target.value);
              setError(null);
            }}
            // Enter decides, as it does on the approval; a line break takes Shift.
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey) event.currentTarget.form?.requestSubmit();
              if (event.key === "Enter" && !event.shiftKey) event.preventDefault();
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}

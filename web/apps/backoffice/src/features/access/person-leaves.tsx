import { api, type StaffPerson } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Button, Field, Textarea } from "@stakehouse/ui";
import { useState } from "react";
import { useAct } from "./use-act";

const REASON_LETTERS = 3;

/** Ends a person's sessions, or their place on the team. */
export function Leave({ person, onGone }: { person: StaffPerson; onGone: () => void }) {
  const t = useT();
  const { act, busy } = useAct();
  const [reason, setReason] = useState("");
  const ready = reason.trim().length >= REASON_LETTERS;
  return (
    <section className="grid gap-3 border-t pt-5">
      <p className="text-sm">{t("team.leave_text")}</p>
      <Field label={t("reason.label")}>
        <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="outline"
          size="sm"
          disabled={!ready}
          busy={busy}
          onClick={() => act(() => api.signStaffOut(person.user_id, reason.trim()), t("team.signed_out"))}
        >
          {t("team.sign_out")}
        </Button>
        <Button
          variant="danger"
          size="sm"
          disabled={!ready}
          busy={busy}
          onClick={async () => {
            const gone = await act(() => api.removeStaff(person.user_id, reason.trim()), t("team.removed"));
            if (gone !== null) onGone();
          }}
        >
          {t("team.remove")}
        </Button>
      </div>
    </section>
  );
}

import { api, type HarmCaseDetail } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Field, Select, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

const NOTE_LETTERS = 10;
const REASON_LETTERS = 3;
const DAY_MS = 86_400_000;
const CONTACTS = [
  "message",
  "propose_limit",
  "call",
  "set_limit",
  "time_out",
  "exclusion",
  "referral",
] as const;
const OUTCOMES = [
  "not_reached",
  "informed",
  "limit_set",
  "time_out_taken",
  "excluded",
  "no_concern",
  "contested",
] as const;
const SNOOZES = ["1", "3", "7", "14", "30"] as const;

type Contact = (typeof CONTACTS)[number];
type Outcome = (typeof OUTCOMES)[number];

/** Puts a case as it is after an act wherever it is shown. */
export function useKeepCase() {
  const queries = useQueryClient();
  return (after: HarmCaseDetail) => {
    queries.setQueryData(["harm-case", after.id], after);
    void queries.invalidateQueries({ queryKey: ["harm-cases"] });
    void queries.invalidateQueries({ queryKey: ["harm", after.member_id] });
  };
}

interface FormProps {
  id: string;
  onDone: () => void;
}

/** What was done with the member, and what came of it. */
export function ContactForm({ id, suggested, onDone }: FormProps & { suggested: Contact }) {
  const t = useT();
  const keep = useKeepCase();
  const form = useForm({
    initial: { contact: suggested as Contact, outcome: "informed" as Outcome, note: "" },
    validate: ({ note }) => ({
      note: note.trim().length < NOTE_LETTERS ? t("harm.note_needed") : undefined,
    }),
    submit: async ({ note, ...rest }) => {
      keep(await api.recordHarmContact(id, { ...rest, note: note.trim() }));
      toast(t("harm.recorded"), "success");
      onDone();
    },
  });
  return (
    <form {...form.props} className="grid gap-3 rounded-xl border p-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("harm.contact")}>
          <Select
            compact
            value={form.values.contact}
            onChange={(event) => form.set("contact", event.target.value as Contact)}
          >
            {CONTACTS.map((one) => (
              <option key={one} value={one}>
                {t(`harm_contact.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <OutcomeField value={form.values.outcome} onChange={(value) => form.set("outcome", value)} />
      </div>
      <Field label={t("harm.note")} hint={t("harm.note_hint")} error={form.errors.note}>
        <Textarea {...form.text("note")} maxLength={2000} />
      </Field>
      <Foot form={form} label={t("harm.record")} onDone={onDone} />
    </form>
  );
}

/** Lays a case aside for some days. */
export function SnoozeForm({ id, onDone }: FormProps) {
  const t = useT();
  const keep = useKeepCase();
  const form = useForm({
    initial: { days: "3", reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ days, reason }) => {
      const until = new Date(Date.now() + Number(days) * DAY_MS - 1000).toISOString();
      keep(await api.snoozeHarmCase(id, { until, reason: reason.trim() }));
      toast(t("harm.snoozed"), "success");
      onDone();
    },
  });
  return (
    <form {...form.props} className="grid gap-3 rounded-xl border p-4">
      <p className="text-[0.8125rem] text-muted-foreground">{t("harm.snooze_text")}</p>
      <Field label={t("harm.days")}>
        <Select compact value={form.values.days} onChange={(event) => form.set("days", event.target.value)}>
          {SNOOZES.map((days) => (
            <option key={days} value={days}>
              {days}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("reason.label")} error={form.errors.reason}>
        <Textarea {...form.text("reason")} maxLength={500} />
      </Field>
      <Foot form={form} label={t("harm.snooze")} onDone={onDone} />
    </form>
  );
}

/** Ends a case with what came of it. */
export function CloseForm({ id, onDone }: FormProps) {
  const t = useT();
  const keep = useKeepCase();
  const form = useForm({
    initial: { outcome: "informed" as Outcome, reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ outcome, reason }) => {
      keep(await api.closeHarmCase(id, { outcome, reason: reason.trim() }));
      toast(t("harm.closed"), "success");
      onDone();
    },
  });
  return (
    <form {...form.props} className="grid gap-3 rounded-xl border p-4">
      <p className="text-[0.8125rem] text-muted-foreground">{t("harm.close_text")}</p>
      <OutcomeField value={form.values.outcome} onChange={(value) => form.set("outcome", value)} />
      <Field label={t("reason.label")} error={form.errors.reason}>
        <Textarea {...form.text("reason")} maxLength={500} />
      </Field>
      <Foot form={form} label={t("harm.close")} onDone={onDone} />
    </form>
  );
}

function OutcomeField({ value, onChange }: { value: Outcome; onChange: (value: Outcome) => void }) {
  const t = useT();
  return (
    <Field label={t("harm.outcome")}>
      <Select compact value={value} onChange={(event) => onChange(event.target.value as Outcome)}>
        {OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {t(`harm_outcome.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface FootProps {
  form: { busy: boolean; failure: { message: string } | null; send: () => Promise<void> };
  label: string;
  onDone: () => void;
}

function Foot({ form, label, onDone }: FootProps) {
  const t = useT();
  return (
    <>
      {form.failure && (
        <div role="alert">
          <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
        </div>
      )}
      <div className="flex justify-end gap-2">
        <Button type="button" size="sm" variant="ghost" onClick={onDone}>
          {t("action.cancel")}
        </Button>
        <Button type="button" size="sm" busy={form.busy} onClick={() => void form.send()}>
          {label}
        </Button>
      </div>
    </>
  );
}

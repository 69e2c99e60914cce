import { api, type HarmCaseDetail } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText, useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Select, Skeleton, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { Can } from "~/app/permissions";
import { State } from "~/app/state";
import { BandBadge, Findings } from "./harm-band";

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

/** A case beside the list: what was seen, what fits, what was done, and the acts. */
export function HarmPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const found = useQuery({ queryKey: ["harm-case", id], queryFn: () => api.harmCase(id) });
  const { data } = found;
  return (
    <Dialog
      open
      onClose={onClose}
      title={data ? data.username : t("nav.harm")}
      shape="side"
      className="w-[min(38rem,100vw)]!"
    >
      {found.error && !data ? (
        <QueryError error={found.error} onRetry={() => void found.refetch()} />
      ) : data ? (
        <Case data={data} />
      ) : (
        <Skeleton className="h-80 w-full" />
      )}
    </Dialog>
  );
}

function Case({ data }: { data: HarmCaseDetail }) {
  const t = useT();
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <BandBadge band={data.band} score={data.score} />
        <State group="harm_status" value={data.status} />
        <Link
          to="/members/$id"
          params={{ id: data.member_id }}
          className="ml-auto font-medium text-primary text-sm hover:underline"
        >
          {t("harm.open_member")}
        </Link>
      </div>
      <FactList
        items={[
          [t("harm.opened"), <Moment key="opened" at={data.opened_at} style="full" />],
          [t("harm.taken_by"), data.taken_by || t("none")],
          ...(data.snoozed_until
            ? [[t("harm.until"), <Moment key="until" at={data.snoozed_until} style="full" />] as const]
            : []),
          ...(data.outcome ? [[t("harm.outcome"), t(`harm_outcome.${data.outcome}`)] as const] : []),
        ]}
      />
      <Section title={t("harm.seen")}>
        <Findings findings={data.findings} />
      </Section>
      {data.status !== "closed" && (
        <Can permission="harm:handle">
          <Acts data={data} />
        </Can>
      )}
      <Section title={t("harm.contacts")}>
        {data.contacts.length === 0 ? (
          <p className="text-[0.8125rem] text-muted-foreground">{t("harm.no_contacts")}</p>
        ) : (
          <ol className="grid gap-3">
            {data.contacts.map((made) => (
              <li key={made.id} className="grid gap-1 border-s-2 ps-3 text-[0.8125rem]">
                <span className="font-medium">
                  {t(`harm_contact.${made.contact}`)} · {t(`harm_outcome.${made.outcome}`)}
                </span>
                <span className="whitespace-pre-line">{made.note}</span>
                <span className="text-muted-foreground text-xs">
                  {made.by} · <Moment at={made.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Acts({ data }: { data: HarmCaseDetail }) {
  const t = useT();
  const errorText = useErrorText();
  const [act, setAct] = useState<"contact" | "snooze" | "close" | null>(null);
  const keep = useKeep();
  const take = useMutation({
    mutationFn: () => api.takeHarmCase(data.id),
    onSuccess: keep,
    onError: (error) => toast(errorText(error), "danger"),
  });
  const [first] = data.suggested;
  return (
    <Section title={t("harm.what_now")}>
      <p className="text-[0.8125rem] text-muted-foreground">
        {t("harm.suggested")}{" "}
        <span className="font-medium text-foreground">
          {data.suggested.map((one) => t(`harm_contact.${one}`)).join(" → ")}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {data.status !== "taken" && (
          <Button size="sm" busy={take.isPending} onClick={() => take.mutate()}>
            {t("harm.take")}
          </Button>
        )}
        <Button size="sm" variant="secondary" onClick={() => setAct("contact")}>
          {t("harm.record")}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAct("snooze")}>
          {t("harm.snooze")}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAct("close")}>
          {t("harm.close")}
        </Button>
      </div>
      {act === "contact" && (
        <ContactForm id={data.id} suggested={first ?? "message"} onDone={() => setAct(null)} />
      )}
      {act === "snooze" && <SnoozeForm id={data.id} onDone={() => setAct(null)} />}
      {act === "close" && <CloseForm id={data.id} onDone={() => setAct(null)} />}
    </Section>
  );
}

function useKeep() {
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

function ContactForm({ id, suggested, onDone }: FormProps & { suggested: Contact }) {
  const t = useT();
  const keep = useKeep();
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

function SnoozeForm({ id, onDone }: FormProps) {
  const t = useT();
  const keep = useKeep();
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

function CloseForm({ id, onDone }: FormProps) {
  const t = useT();
  const keep = useKeep();
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

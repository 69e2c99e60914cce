import { api } from "@stakehouse/api/player";
import { useLanguage, useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Card, Field, Input, Select, Textarea } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { Page } from "~/app/page";
import { isEmail } from "../identity/rules";

const ASKERS = ["family", "court", "authority", "other"] as const;
const REASON_LETTERS = 10;

type Asker = (typeof ASKERS)[number];

/** Where family, a court or an authority asks that somebody be kept out; nobody signs in for it. */
export default function PleaPage() {
  const t = useT();
  const [reference, setReference] = useState<string | null>(null);
  return (
    <Page title={t("plea.title")} lead={t("plea.lead")} narrow>
      {reference === null ? <PleaForm onSent={setReference} /> : <Came reference={reference} />}
    </Page>
  );
}

function Came({ reference }: { reference: string }) {
  const t = useT();
  return (
    <Card className="grid gap-3 p-5" role="status">
      <h2 className="display flex items-center gap-3 text-2xl">
        <MailCheck size={22} aria-hidden="true" />
        {t("plea.done")}
      </h2>
      <p>{t("plea.done_text", { reference })}</p>
      <p className="text-muted-foreground text-sm">{t("plea.private")}</p>
      <Link to="/" className="font-medium text-primary underline-offset-4 hover:underline">
        {t("plea.home")}
      </Link>
    </Card>
  );
}

function PleaForm({ onSent }: { onSent: (reference: string) => void }) {
  const t = useT();
  const language = useLanguage();
  const needed = (value: string) => (value.trim() ? undefined : t("field.required"));
  const form = useForm({
    initial: {
      asked_by: "family" as Asker,
      name: "",
      email: "",
      first_name: "",
      last_name: "",
      birth_date: "",
      known_as: "",
      reason: "",
    },
    validate: (values) => ({
      name: needed(values.name),
      email: isEmail(values.email) ? undefined : t("identity.error.email"),
      first_name: needed(values.first_name),
      last_name: needed(values.last_name),
      reason: values.reason.trim().length < REASON_LETTERS ? t("plea.reason_needed") : undefined,
    }),
    submit: async ({ birth_date, ...rest }) => {
      const sent = await api.askExclusion({
        ...rest,
        email: rest.email.trim(),
        locale: language,
        ...(birth_date ? { birth_date } : {}),
      });
      onSent(sent.reference);
    },
  });
  return (
    <form {...form.props} className="grid gap-6">
      <FormFailure failure={form.failure} />
      <Card className="p-5">
        <fieldset className="grid gap-4">
          <legend className="display mb-3 text-2xl">{t("plea.who")}</legend>
          <Field label={t("plea.asked_by")}>
            <Select
              value={form.values.asked_by}
              onChange={(event) => form.set("asked_by", event.target.value as Asker)}
            >
              {ASKERS.map((one) => (
                <option key={one} value={one}>
                  {t(`plea.asked_by.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("plea.name")} error={form.errors.name}>
            <Input {...form.text("name")} autoComplete="name" maxLength={100} />
          </Field>
          <Field label={t("plea.email")} hint={t("plea.email_hint")} error={form.errors.email}>
            <Input {...form.text("email")} type="email" autoComplete="email" inputMode="email" />
          </Field>
        </fieldset>
      </Card>
      <Card className="p-5">
        <fieldset className="grid gap-4">
          <legend className="display mb-3 text-2xl">{t("plea.about")}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t("plea.first_name")} error={form.errors.first_name}>
              <Input {...form.text("first_name")} autoComplete="off" maxLength={100} />
            </Field>
            <Field label={t("plea.last_name")} error={form.errors.last_name}>
              <Input {...form.text("last_name")} autoComplete="off" maxLength={100} />
            </Field>
            <Field label={t("plea.birth_date")} hint={t("plea.if_known")} error={form.errors.birth_date}>
              <Input {...form.text("birth_date")} type="date" autoComplete="off" />
            </Field>
            <Field label={t("plea.known_as")} hint={t("plea.if_known")} error={form.errors.known_as}>
              <Input {...form.text("known_as")} autoComplete="off" autoCapitalize="none" maxLength={254} />
            </Field>
          </div>
          <Field label={t("plea.reason")} hint={t("plea.reason_hint")} error={form.errors.reason}>
            <Textarea {...form.text("reason")} rows={5} maxLength={2000} />
          </Field>
        </fieldset>
      </Card>
      <p className="text-muted-foreground text-sm">{t("plea.private")}</p>
      <Button type="submit" size="lg" busy={form.busy} className="justify-self-start">
        {t("plea.send")}
      </Button>
    </form>
  );
}

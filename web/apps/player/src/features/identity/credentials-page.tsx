import { account } from "@stakehouse/api/account";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText, useForm } from "@stakehouse/kit";
import { Button, Card, CodeInput, Field, Input, PasswordInput, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { Page } from "~/app/page";
import { meQuery } from "~/app/queries";
import { isEmail, PASSWORD_MIN } from "./rules";
import { TelegramButton, telegramQuery } from "./telegram-button";

const LENGTH = 6;

/** How one signs in: the address, the password, Telegram. */
export default function CredentialsPage() {
  const t = useT();
  return (
    <Page title={t("credentials.title")} lead={t("credentials.lead")} narrow>
      <Section title={t("credentials.email")}>
        <EmailForm />
      </Section>
      <Section title={t("credentials.password")}>
        <PasswordForm />
      </Section>
      <TelegramSection />
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="grid grid-cols-1 gap-4 p-5">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </Card>
  );
}

function EmailForm() {
  const t = useT();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useForm({
    initial: { email: "", password: "" },
    validate: ({ email, password }) => ({
      email: isEmail(email) ? undefined : t("identity.error.email"),
      password: password ? undefined : t("field.required"),
    }),
    submit: async ({ email, password }) => {
      await account.changeEmail({ email: email.trim(), password });
      setSentTo(email.trim());
    },
  });
  const confirm = useForm({
    initial: { code: "" },
    validate: ({ code }) => ({ code: code.length === LENGTH ? undefined : t("identity.error.code") }),
    submit: async ({ code }) => {
      await account.confirmEmail(code);
      setSentTo(null);
      toast(t("credentials.email.done"), "success");
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  if (sentTo)
    return (
      <form {...confirm.props} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("credentials.email.sent", { email: sentTo })}</p>
        <FormFailure failure={confirm.failure} />
        <Field label={t("field.code_digit")} error={confirm.errors.code}>
          <CodeInput value={confirm.values.code} onChange={(value) => confirm.set("code", value)} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={confirm.busy}>
            {t("credentials.email.confirm")}
          </Button>
          <Button variant="ghost" onClick={() => setSentTo(null)}>
            {t("credentials.email.other")}
          </Button>
        </div>
      </form>
    );
  return (
    <form {...ask.props} className="grid gap-4">
      <p className="text-muted-foreground text-sm">
        {me ? t("credentials.email.now", { email: me.email }) : null}
      </p>
      <FormFailure failure={ask.failure} />
      <Field label={t("credentials.email.new")} error={ask.errors.email}>
        <Input {...ask.text("email")} type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Field label={t("credentials.password.now")} error={ask.errors.password}>
        <PasswordInput {...ask.text("password")} autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="outline" className="justify-self-start" busy={ask.busy}>
        {t("credentials.email.send")}
      </Button>
    </form>
  );
}

function PasswordForm() {
  const t = useT();
  const form = useForm({
    initial: { password: "", new_password: "" },
    validate: (values) => ({
      password: values.password ? undefined : t("field.required"),
      new_password:
        values.new_password.length >= PASSWORD_MIN
          ? undefined
          : t("identity.error.password", { min: PASSWORD_MIN }),
    }),
    submit: async (values) => {
      await account.changePassword(values);
      form.set("password", "");
      form.set("new_password", "");
      toast(t("credentials.password.done"), "success");
    },
  });
  return (
    <form {...form.props} className="grid gap-4">
      <p className="text-muted-foreground text-sm">{t("credentials.password.text")}</p>
      <FormFailure failure={form.failure} />
      <Field label={t("credentials.password.now")} error={form.errors.password}>
        <PasswordInput {...form.text("password")} autoComplete="current-password" />
      </Field>
      <Field
        label={t("forgot.password")}
        hint={t("identity.password.hint", { min: PASSWORD_MIN })}
        error={form.errors.new_password}
      >
        <PasswordInput {...form.text("new_password")} autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="outline" className="justify-self-start" busy={form.busy}>
        {t("credentials.password.submit")}
      </Button>
    </form>
  );
}

function TelegramSection() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data: ways } = useQuery(telegramQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ["telegram", "link"],
    queryFn: account.telegramLink,
  });
  const unlink = useMutation({
    mutationFn: account.unlinkTelegram,
    onSuccess: () => toast(t("telegram.unlinked"), "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["telegram", "link"] }),
  });
  if (!ways?.bot && !data?.is_linked) return null;
  return (
    <Section title={t("telegram.section")}>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-10 w-48" />}
      {data?.is_linked && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-sm">
            {t("telegram.linked_as", { name: data.username ? `@${data.username}` : data.first_name })}{" "}
            {data.linked_at && (
              <span className="text-muted-foreground">
                · <Moment at={data.linked_at} style="date" />
              </span>
            )}
          </p>
          <Button variant="outline" size="sm" busy={unlink.isPending} onClick={() => unlink.mutate()}>
            {t("telegram.unlink")}
          </Button>
        </div>
      )}
      {data && !data.is_linked && (
        <>
          <p className="text-muted-foreground text-sm">{t("telegram.text")}</p>
          <div>
            <TelegramButton links />
          </div>
        </>
      )}
    </Section>
  );
}

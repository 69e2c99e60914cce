import { account } from "@stakehouse/api/account";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, CodeInput, Field, Input, PasswordInput, toast } from "@stakehouse/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { AuthFrame } from "./auth-frame";
import { isEmail, PASSWORD_MIN } from "./rules";

const LENGTH = 6;

/** A new password for whoever forgot theirs: the address, then the code of the letter and the password. */
export default function ForgotPage() {
  const t = useT();
  const [email, setEmail] = useState<string | null>(null);
  return (
    <AuthFrame
      title={t("forgot.title")}
      lead={email ? t("forgot.lead_code", { email }) : t("forgot.lead")}
      motto={t("identity.motto")}
    >
      {email ? <ChooseForm email={email} /> : <AskForm onSent={setEmail} />}
      <p className="text-center text-muted-foreground text-sm">
        <Link to="/sign-in" className="font-medium text-primary underline-offset-4 hover:underline">
          {t("forgot.back")}
        </Link>
      </p>
    </AuthFrame>
  );
}

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const t = useT();
  const form = useForm({
    initial: { email: "" },
    validate: ({ email }) => ({ email: isEmail(email) ? undefined : t("identity.error.email") }),
    submit: async ({ email }) => {
      await account.forgotPassword(email.trim());
      onSent(email.trim());
    },
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure} />
      <Field label={t("identity.email")} error={form.errors.email}>
        <Input {...form.text("email")} type="email" autoComplete="username" inputMode="email" />
      </Field>
      <Button type="submit" size="lg" busy={form.busy}>
        {t("forgot.send")}
      </Button>
    </form>
  );
}

function ChooseForm({ email }: { email: string }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: "", password: "" },
    validate: ({ code, password }) => ({
      code: code.length === LENGTH ? undefined : t("identity.error.code"),
      password:
        password.length >= PASSWORD_MIN ? undefined : t("identity.error.password", { min: PASSWORD_MIN }),
    }),
    submit: async ({ code, password }) => {
      await account.resetPassword({ email, code, password });
      toast(t("forgot.done"), "success");
      await navigate({ to: "/sign-in" });
    },
  });
  return (
    <form {...form.props} className="grid gap-5">
      <FormFailure failure={form.failure} />
      <Field label={t("field.code_digit")} error={form.errors.code} hint={t("forgot.code.hint")}>
        <CodeInput value={form.values.code} onChange={(value) => form.set("code", value)} />
      </Field>
      <Field
        label={t("forgot.password")}
        hint={t("identity.password.hint", { min: PASSWORD_MIN })}
        error={form.errors.password}
      >
        <PasswordInput {...form.text("password")} autoComplete="new-password" />
      </Field>
      <Button type="submit" size="lg" busy={form.busy}>
        {t("forgot.submit")}
      </Button>
    </form>
  );
}

import { ownApi } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, CodeInput, Field, Input, Mark, PasswordInput, toast } from "@stakehouse/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useTitle } from "~/app/page";
import { CODE_DIGITS, PASSWORD_LETTERS } from "./rules";

/** A new password for staff who forgot theirs: the address, then the code of the letter and the password. */
export default function ForgotPage() {
  const t = useT();
  useTitle(t("forgotten.title"));
  const [email, setEmail] = useState<string | null>(null);
  return (
    <main className="grid min-h-dvh content-center justify-items-center bg-background px-6 py-12">
      <div className="grid w-full max-w-88 gap-5">
        <Mark className="size-9" />
        <div className="grid gap-1">
          <h1 className="font-semibold text-2xl leading-8 tracking-tight">{t("forgotten.title")}</h1>
          <p className="text-muted-foreground">
            {email ? t("forgotten.sent", { email }) : t("forgotten.lead")}
          </p>
        </div>
        {email ? <Choose email={email} /> : <Ask onSent={setEmail} />}
        <Link to="/sign-in" className="text-primary text-sm hover:underline">
          {t("forgotten.back")}
        </Link>
      </div>
    </main>
  );
}

function Ask({ onSent }: { onSent: (email: string) => void }) {
  const t = useT();
  const form = useForm({
    initial: { email: "" },
    validate: ({ email }) => ({ email: email.includes("@") ? undefined : t("sign_in.email_needed") }),
    submit: async ({ email }) => {
      await ownApi.forgotPassword(email.trim());
      onSent(email.trim());
    },
  });
  return (
    <form {...form.props} className="grid gap-5">
      <Failure failure={form.failure} />
      <Field label={t("sign_in.email")} error={form.errors.email}>
        <Input {...form.text("email")} type="email" autoComplete="username" inputMode="email" />
      </Field>
      <Button type="submit" busy={form.busy}>
        {t("forgotten.send")}
      </Button>
    </form>
  );
}

function Choose({ email }: { email: string }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: "", password: "" },
    validate: ({ code, password }) => ({
      code: code.length === CODE_DIGITS ? undefined : t("field.required"),
      password: password.length < PASSWORD_LETTERS ? t("join.password_short") : undefined,
    }),
    submit: async ({ code, password }) => {
      await ownApi.resetPassword(email, code, password);
      toast(t("own.password_changed"), "success");
      await navigate({ to: "/sign-in" });
    },
  });
  return (
    <form {...form.props} className="grid gap-5">
      <Failure failure={form.failure} />
      <Field label={t("forgotten.code")} error={form.errors.code}>
        <CodeInput value={form.values.code} onChange={(value) => form.set("code", value)} />
      </Field>
      <Field label={t("own.password_next")} hint={t("own.password_hint")} error={form.errors.password}>
        <PasswordInput {...form.text("password")} autoComplete="new-password" />
      </Field>
      <Button type="submit" busy={form.busy}>
        {t("own.password_change")}
      </Button>
    </form>
  );
}

function Failure({ failure }: { failure: { message: string } | null }) {
  if (!failure) return null;
  return (
    <div role="alert">
      <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure.message} />
    </div>
  );
}

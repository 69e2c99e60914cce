import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Field, Input, Mark, PasswordInput, toast } from "@stakehouse/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useTitle } from "~/app/page";

const PASSWORD_LETTERS = 10;

/** Where a person joins the staff with the code of a mail. */
export default function JoinPage() {
  const t = useT();
  useTitle(t("join.title"));
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: "", password: "" },
    validate: (values) => ({
      code: values.code.trim() ? undefined : t("field.required"),
      password: values.password.length < PASSWORD_LETTERS ? t("join.password_short") : undefined,
    }),
    submit: async ({ code, password }) => {
      await api.join({ code: code.trim(), password });
      toast(t("join.done"), "success");
      await navigate({ to: "/sign-in" });
    },
  });
  return (
    <main className="grid min-h-dvh content-center justify-items-center bg-background px-6 py-12">
      <form {...form.props} className="grid w-full max-w-88 gap-5">
        <Mark className="size-9" />
        <div className="grid gap-1">
          <h1 className="font-semibold text-2xl leading-8 tracking-tight">{t("join.title")}</h1>
          <p className="text-muted-foreground">{t("join.lead")}</p>
        </div>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
        <Field label={t("join.code")} error={form.errors.code}>
          <Input {...form.text("code")} autoComplete="one-time-code" maxLength={100} />
        </Field>
        <Field label={t("sign_in.password")} hint={t("join.password_hint")} error={form.errors.password}>
          <PasswordInput {...form.text("password")} autoComplete="new-password" />
        </Field>
        <Button type="submit" busy={form.busy}>
          {t("join.submit")}
        </Button>
        <Link to="/sign-in" className="text-primary text-sm hover:underline">
          {t("join.sign_in")}
        </Link>
      </form>
    </main>
  );
}

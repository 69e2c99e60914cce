import { ownApi } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Field, PasswordInput, toast } from "@stakehouse/ui";
import { CircleAlert } from "lucide-react";
import { Section } from "~/app/page";
import { PASSWORD_LETTERS } from "./rules";

/** Changes one's own password; every other session ends. */
export function OwnPassword() {
  const t = useT();
  const form = useForm({
    initial: { password: "", new_password: "" },
    validate: (values) => ({
      password: values.password ? undefined : t("field.required"),
      new_password: values.new_password.length < PASSWORD_LETTERS ? t("join.password_short") : undefined,
    }),
    submit: async (values) => {
      await ownApi.changePassword(values.password, values.new_password);
      form.set("password", "");
      form.set("new_password", "");
      toast(t("own.password_changed"), "success");
    },
  });
  return (
    <Section title={t("sign_in.password")}>
      <form {...form.props} className="grid gap-4 rounded-xl border p-4">
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
        <Field label={t("own.password_now")} error={form.errors.password}>
          <PasswordInput {...form.text("password")} autoComplete="current-password" />
        </Field>
        <Field label={t("own.password_next")} hint={t("own.password_hint")} error={form.errors.new_password}>
          <PasswordInput {...form.text("new_password")} autoComplete="new-password" />
        </Field>
        <Button type="submit" size="sm" className="justify-self-start" busy={form.busy}>
          {t("own.password_change")}
        </Button>
      </form>
    </Section>
  );
}

import { houseApi } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Field, Mark, PasswordInput, toast } from "@stakehouse/ui";
import { useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useTitle } from "~/app/page";

const PASSWORD_LETTERS = 10;

/** Where the link of an owner's mail leads: choose a password, then sign in. */
export default function InvitationPage() {
  const t = useT();
  const navigate = useNavigate();
  useTitle(t("invitation.title"));
  const form = useForm({
    initial: { password: "" },
    validate: (values) => ({
      password: values.password.length < PASSWORD_LETTERS ? t("invitation.short") : undefined,
    }),
    submit: async (values) => {
      const { email } = await houseApi.acceptInvitation({
        token: location.hash.slice(1),
        password: values.password,
      });
      toast(t("invitation.done", { email }), "success");
      await navigate({ to: "/sign-in" });
    },
  });
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-100 content-center gap-5 bg-background px-6 py-12">
      <Mark className="size-9" />
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl leading-8 tracking-tight">{t("invitation.title")}</h1>
        <p className="text-muted-foreground">{t("invitation.text")}</p>
      </div>
      <form {...form.props} className="grid gap-4">
        <Field label={t("invitation.password")} error={form.errors.password}>
          <PasswordInput {...form.text("password")} autoComplete="new-password" />
        </Field>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
        <Button type="submit" busy={form.busy}>
          {t("invitation.submit")}
        </Button>
      </form>
    </main>
  );
}

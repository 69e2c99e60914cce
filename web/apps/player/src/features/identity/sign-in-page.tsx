import { api, player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText, useForm } from "@stakehouse/kit";
import { Button, Callout, Field, Input, PasswordInput, toast } from "@stakehouse/ui";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Fingerprint, LogOut } from "lucide-react";
import { FormFailure } from "~/app/form-failure";
import { AuthFrame } from "./auth-frame";
import { useEntry } from "./entry";
import { isEmail } from "./rules";
import { TelegramButton } from "./telegram-button";

const route = getRouteApi("/sign-in");

/** Only addresses of this face are gone to after sign-in, whatever the URL says. */
function ownPath(next: string | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") ? next : "/";
}

/** Signs a member in and brings them where they wanted to go. */
export default function SignInPage() {
  const t = useT();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const errorText = useErrorText();
  const entry = useEntry({
    enter: async (tokens) => {
      player.setTokens(tokens);
      await navigate({ href: ownPath(next), replace: true });
    },
    onBack: () => form.set("password", ""),
  });
  const form = useForm({
    initial: { email: "", password: "" },
    validate: (values) => ({
      email: isEmail(values.email) ? undefined : t("identity.error.email"),
      password: values.password ? undefined : t("field.required"),
    }),
    explain: (code) => (code === "invalid_credentials" ? t("identity.error.credentials") : null),
    submit: ({ email, password }) => entry.attempt(() => api.login({ email: email.trim(), password })),
  });

  async function takePasskey() {
    const { signInWithPasskey } = await import("@stakehouse/kit/security");
    try {
      await entry.attempt(() => signInWithPasskey(player));
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  if (entry.step)
    return (
      <AuthFrame
        title={t("identity.sign_in.title")}
        lead={t("identity.sign_in.lead")}
        motto={t("identity.motto")}
      >
        {entry.step}
      </AuthFrame>
    );

  return (
    <AuthFrame
      title={t("identity.sign_in.title")}
      lead={t("identity.sign_in.lead")}
      motto={t("identity.motto")}
    >
      <form {...form.props} className="grid gap-4">
        {player.lapsed() && !form.failure && !entry.notice && (
          <Callout icon={<LogOut size={18} />} title={<span role="status">{t("identity.lapsed")}</span>} />
        )}
        <FormFailure failure={form.failure} />
        {entry.notice}
        <Field label={t("identity.email")} error={form.errors.email}>
          <Input {...form.text("email")} type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Field label={t("identity.password")} error={form.errors.password}>
          <PasswordInput {...form.text("password")} autoComplete="current-password" />
        </Field>
        <Link
          to="/forgot"
          className="justify-self-end font-medium text-primary text-sm underline-offset-4 hover:underline"
        >
          {t("forgot.link")}
        </Link>
        <Button type="submit" size="lg" busy={form.busy}>
          {t("auth.sign_in")}
        </Button>
        <TelegramButton />
        {window.PublicKeyCredential && (
          <Button
            variant="outline"
            size="lg"
            icon={<Fingerprint size={18} />}
            onClick={() => void takePasskey()}
          >
            {t("identity.passkey")}
          </Button>
        )}
        <p className="text-center text-muted-foreground text-sm">
          {t("identity.no_account")}{" "}
          <Link to="/register" className="font-medium text-primary underline-offset-4 hover:underline">
            {t("auth.register")}
          </Link>
        </p>
        <p className="text-center text-muted-foreground text-sm">
          <Link to="/keep-out" className="underline underline-offset-4 hover:text-foreground">
            {t("plea.link")}
          </Link>
        </p>
      </form>
    </AuthFrame>
  );
}

import type { Tokens } from "@stakehouse/api";
import { api, type Challenge, player } from "@stakehouse/api/player";
import { useLocale, useT } from "@stakehouse/i18n";
import { formatMoment, useErrorText, useForm } from "@stakehouse/kit";
import { Button, Field, Input, PasswordInput, Skeleton, toast } from "@stakehouse/ui";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { AuthFrame } from "./auth-frame";
import { isEmail } from "./rules";
import { TelegramButton } from "./telegram-button";

const SecondStep = lazy(async () => (await import("@stakehouse/kit/security")).loadSecondStep());
const route = getRouteApi("/sign-in");

/** Only addresses of this face are gone to after sign-in, whatever the URL says. */
function ownPath(next: string | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") ? next : "/";
}

/** Signs a member in and brings them where they wanted to go. */
export default function SignInPage() {
  const t = useT();
  const locale = useLocale();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const errorText = useErrorText();
  const [challenge, setChallenge] = useState<Challenge | null>(null);

  const [ticket, setTicket] = useState<string | null>(null);
  const payout = useForm({
    initial: {},
    submit: async () => {
      player.setTokens(await api.payoutSession(ticket ?? ""));
      await navigate({ to: "/payout", replace: true });
    },
  });
  const form = useForm({
    initial: { email: "", password: "" },
    validate: (values) => ({
      email: isEmail(values.email) ? undefined : t("identity.error.email"),
      password: values.password ? undefined : t("field.required"),
    }),
    explain: (code, { facts: { until, payout_ticket } }) => {
      setTicket(typeof payout_ticket === "string" ? payout_ticket : null);
      if (code === "invalid_credentials") return t("identity.error.credentials");
      if (code !== "excluded") return null;
      return typeof until === "string"
        ? t("identity.error.excluded_until", { until: formatMoment(until, locale, "full") })
        : t("identity.error.excluded");
    },
    submit: async (values) => {
      const answer = await api.login({ email: values.email.trim(), password: values.password });
      if ("second_factor" in answer) setChallenge(answer.second_factor);
      else await enter(answer);
    },
  });

  async function enter(tokens: Tokens) {
    player.setTokens(tokens);
    await navigate({ href: ownPath(next), replace: true });
  }

  async function takePasskey() {
    const { signInWithPasskey } = await import("@stakehouse/kit/security");
    try {
      const tokens = await signInWithPasskey(player);
      if (tokens) await enter(tokens);
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  if (challenge) {
    return (
      <AuthFrame
        title={t("identity.sign_in.title")}
        lead={t("identity.sign_in.lead")}
        motto={t("identity.motto")}
      >
        <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
          <SecondStep
            client={player}
            challenge={challenge}
            onTokens={enter}
            onBack={() => setChallenge(null)}
          />
        </Suspense>
      </AuthFrame>
    );
  }

  return (
    <AuthFrame
      title={t("identity.sign_in.title")}
      lead={t("identity.sign_in.lead")}
      motto={t("identity.motto")}
    >
      <form {...form.props} className="grid gap-4">
        <FormFailure failure={form.failure} />
        {ticket && form.failure && (
          <Button variant="secondary" busy={payout.busy} onClick={() => void payout.send()}>
            {t("identity.payout")}
          </Button>
        )}
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
          <Button variant="outline" onClick={() => void takePasskey()}>
            {t("identity.passkey")}
          </Button>
        )}
        <p className="text-center text-muted-foreground text-sm">
          {t("identity.no_account")}{" "}
          <Link to="/register" className="font-medium text-primary underline-offset-4 hover:underline">
            {t("auth.register")}
          </Link>
        </p>
      </form>
    </AuthFrame>
  );
}

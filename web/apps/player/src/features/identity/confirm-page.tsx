import type { Tokens } from "@stakehouse/api";
import { api, type Challenge, player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useForm, useNow } from "@stakehouse/kit";
import { Button, CodeInput, Field, Input, Skeleton, toast } from "@stakehouse/ui";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { AuthFrame } from "./auth-frame";
import { isEmail } from "./rules";

const SecondStep = lazy(async () => (await import("@stakehouse/kit/security")).loadSecondStep());
const RESEND_AFTER_MS = 30_000;
const LENGTH = 6;
const route = getRouteApi("/confirm");

/** Takes the six-digit code of the letter; the right one signs the person in. */
export default function ConfirmPage() {
  const t = useT();
  const navigate = useNavigate();
  const { email } = route.useSearch();
  const [sentAt, setSentAt] = useState(Date.now);
  const [nameTaken, setNameTaken] = useState(false);
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const now = useNow(1000);
  const waitSeconds = Math.ceil((sentAt + RESEND_AFTER_MS - now) / 1000);

  const form = useForm({
    initial: { email: email ?? "", code: "", username: "" },
    validate: (values) => ({
      email: isEmail(values.email) ? undefined : t("identity.error.email"),
      code: values.code.length === LENGTH ? undefined : t("identity.error.code"),
    }),
    explain: (code) => {
      // Two people may ask for one name; the first to confirm gets it, the other chooses again here.
      if (code === "username_taken") setNameTaken(true);
      if (code === "username_taken") return t("identity.error.username_taken");
      return code === "invalid_code" ? t("identity.error.code_wrong") : null;
    },
    submit: async (values) => {
      const username = values.username.trim();
      const confirmation = {
        email: values.email.trim(),
        code: values.code,
        ...(username ? { username } : {}),
      };
      const answer = await api.confirm(confirmation);
      if ("second_factor" in answer) setChallenge(answer.second_factor);
      else await enter(answer);
    },
  });

  async function enter(tokens: Tokens) {
    player.setTokens(tokens);
    toast(t("identity.confirm.done"), "success");
    await navigate({ to: "/" });
  }

  // A complete code, typed or pasted, is sent without another press.
  const { code } = form.values;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a changed code may send, never a redraw.
  useEffect(() => {
    if (code.length === LENGTH) void form.send();
  }, [code]);

  async function resend() {
    await api.resend(form.values.email.trim());
    setSentAt(Date.now());
    toast(t("identity.confirm.resent"));
  }

  const lead = email ? t("identity.confirm.lead", { email }) : t("identity.confirm.lead_unknown");
  if (challenge) {
    return (
      <AuthFrame title={t("identity.confirm.title")} lead={lead} motto={t("identity.motto")}>
        <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
          <SecondStep
            client={player}
            challenge={challenge}
            onTokens={enter}
            onBack={() => void navigate({ to: "/sign-in" })}
          />
        </Suspense>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t("identity.confirm.title")} lead={lead} motto={t("identity.motto")}>
      <form {...form.props} className="grid gap-5">
        <FormFailure failure={form.failure} />
        {!email && (
          <Field label={t("identity.email")} error={form.errors.email}>
            <Input {...form.text("email")} type="email" autoComplete="email" />
          </Field>
        )}
        <Field label={t("field.code_digit")} error={form.errors.code} hint={t("identity.confirm.hint")}>
          <CodeInput value={form.values.code} onChange={(value) => form.set("code", value)} />
        </Field>
        {nameTaken && (
          <Field label={t("identity.username")} hint={t("identity.username.hint")}>
            <Input {...form.text("username")} autoComplete="username" autoCapitalize="none" />
          </Field>
        )}
        <Button type="submit" size="lg" busy={form.busy}>
          {t("identity.confirm.submit")}
        </Button>
        <Button variant="ghost" disabled={waitSeconds > 0 || !isEmail(form.values.email)} onClick={resend}>
          {waitSeconds > 0
            ? t("identity.confirm.resend_in", { seconds: waitSeconds })
            : t("identity.confirm.resend")}
        </Button>
      </form>
    </AuthFrame>
  );
}

import { api, player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useForm, useNow } from "@stakehouse/kit";
import { Button, CodeInput, Field, Input, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { depositPromptQuery } from "~/app/deposit-prompt";
import { FormFailure } from "~/app/form-failure";
import { AuthFrame } from "./auth-frame";
import { useEntry } from "./entry";
import { isEmail } from "./rules";

const RESEND_AFTER_MS = 30_000;
const LENGTH = 6;
const route = getRouteApi("/confirm");

/** Takes the six-digit code of the letter; the right one signs the person in. */
export default function ConfirmPage() {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { email } = route.useSearch();
  const [sentAt, setSentAt] = useState(Date.now);
  const [nameTaken, setNameTaken] = useState(false);
  const now = useNow(1000);
  const waitSeconds = Math.ceil((sentAt + RESEND_AFTER_MS - now) / 1000);

  const entry = useEntry({
    enter: async (tokens) => {
      player.setTokens(tokens);
      toast(t("identity.confirm.done"), "success");
      const asked = await queries.fetchQuery(depositPromptQuery(null)).catch(() => null);
      await navigate({ to: asked?.is_open ? "/welcome/limit" : "/" });
    },
    onBack: () => void navigate({ to: "/sign-in" }),
  });
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
      await entry.attempt(() => api.confirm(confirmation));
    },
  });

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
  if (entry.step)
    return (
      <AuthFrame title={t("identity.confirm.title")} lead={lead} motto={t("identity.motto")}>
        {entry.step}
      </AuthFrame>
    );
  return (
    <AuthFrame title={t("identity.confirm.title")} lead={lead} motto={t("identity.motto")}>
      <form {...form.props} className="grid gap-5">
        <FormFailure failure={form.failure} />
        {entry.notice}
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

import type { Tokens } from "@stakehouse/api";
import type { Challenge } from "@stakehouse/api/player";
import { api, staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText, useForm } from "@stakehouse/kit";
import { Button, Callout, Field, Input, Mark, PasswordInput, Skeleton, toast } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTitle } from "~/app/page";
import { tenantQuery } from "~/app/queries";
import { JournalDrawing } from "./journal-drawing";

const SecondStep = lazy(async () => (await import("@stakehouse/kit/security")).loadSecondStep());
const route = getRouteApi("/sign-in");

/** Where staff sign in. */
export default function SignInPage() {
  const t = useT();
  useTitle(t("sign_in.title"));
  const router = useRouter();
  const { next } = route.useSearch();
  const { data: tenant } = useQuery(tenantQuery);
  const errorText = useErrorText();
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const form = useForm({
    initial: { email: "", password: "" },
    validate: (values) => ({
      email: values.email.includes("@") ? undefined : t("sign_in.email_needed"),
      password: values.password ? undefined : t("field.required"),
    }),
    submit: async (values) => {
      const answer = await api.login(values);
      if ("second_factor" in answer) setChallenge(answer.second_factor);
      else await enter(answer);
    },
    explain: (code) => (code === "invalid_credentials" ? t("sign_in.wrong") : null),
  });

  async function enter(tokens: Tokens) {
    staff.setTokens(tokens);
    // Only paths of this face are followed, so that a forged address cannot lead away.
    const wanted = next?.startsWith("/") && !next.startsWith("//") ? next : "/";
    router.history.push(router.options.basepath + wanted.replace(/^\/backoffice/, ""));
  }

  async function takePasskey() {
    const { signInWithPasskey } = await import("@stakehouse/kit/security");
    try {
      const tokens = await signInWithPasskey(staff);
      if (tokens) await enter(tokens);
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  return (
    <main className="grid min-h-dvh bg-background lg:grid-cols-[minmax(26rem,1fr)_1.4fr]">
      <div className="grid content-center justify-items-center px-6 py-12">
        {challenge ? (
          <div className="grid w-full max-w-88 gap-5">
            <Mark className="size-9" />
            <h1 className="sr-only">{t("sign_in.title")}</h1>
            <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
              <SecondStep
                client={staff}
                challenge={challenge}
                onTokens={enter}
                onBack={() => setChallenge(null)}
              />
            </Suspense>
          </div>
        ) : (
          <form {...form.props} className="grid w-full max-w-88 gap-5">
            <Mark className="size-9" />
            <div className="grid gap-1">
              <h1 className="font-semibold text-2xl leading-8 tracking-tight">{t("sign_in.title")}</h1>
              <p className="text-muted-foreground">
                {t("sign_in.lead", { house: tenant?.name ?? "Stakehouse" })}
              </p>
            </div>
            {form.failure && (
              <div role="alert">
                <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
              </div>
            )}
            <Field label={t("sign_in.email")} error={form.errors.email}>
              <Input {...form.text("email")} type="email" autoComplete="username" inputMode="email" />
            </Field>
            <Field label={t("sign_in.password")} error={form.errors.password}>
              <PasswordInput {...form.text("password")} autoComplete="current-password" />
            </Field>
            <Button type="submit" busy={form.busy}>
              {t("sign_in.submit")}
            </Button>
            {window.PublicKeyCredential && (
              <Button variant="outline" onClick={() => void takePasskey()}>
                {t("sign_in.passkey")}
              </Button>
            )}
            <Link to="/forgotten-password" className="text-primary text-sm hover:underline">
              {t("sign_in.forgotten")}
            </Link>
            <Link to="/join" className="text-primary text-sm hover:underline">
              {t("join.invited")}
            </Link>
            <p className="text-muted-foreground text-xs">{t("sign_in.note")}</p>
          </form>
        )}
      </div>
      <JournalDrawing className="hidden h-full max-h-dvh w-full lg:block" />
    </main>
  );
}

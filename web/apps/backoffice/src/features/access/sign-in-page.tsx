import { api, staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Field, Input, Mark, PasswordInput } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useTitle } from "~/app/page";
import { tenantQuery } from "~/app/queries";
import { JournalDrawing } from "./journal-drawing";

const route = getRouteApi("/sign-in");

/** Where staff sign in. */
export default function SignInPage() {
  const t = useT();
  useTitle(t("sign_in.title"));
  const router = useRouter();
  const { next } = route.useSearch();
  const { data: tenant } = useQuery(tenantQuery);
  const form = useForm({
    initial: { email: "", password: "" },
    validate: (values) => ({
      email: values.email.includes("@") ? undefined : t("sign_in.email_needed"),
      password: values.password ? undefined : t("field.required"),
    }),
    submit: async (values) => {
      staff.setTokens(await api.login(values));
      // Only paths of this face are followed, so that a forged address cannot lead away.
      const wanted = next?.startsWith("/") && !next.startsWith("//") ? next : "/";
      router.history.push(router.options.basepath + wanted.replace(/^\/backoffice/, ""));
    },
    explain: (code) => (code === "invalid_credentials" ? t("sign_in.wrong") : null),
  });
  return (
    <main className="grid min-h-dvh bg-background lg:grid-cols-[minmax(26rem,1fr)_1.4fr]">
      <div className="grid content-center justify-items-center px-6 py-12">
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
          <Link to="/join" className="text-primary text-sm hover:underline">
            {t("join.invited")}
          </Link>
          <p className="text-muted-foreground text-xs">{t("sign_in.note")}</p>
        </form>
      </div>
      <JournalDrawing className="hidden h-full max-h-dvh w-full lg:block" />
    </main>
  );
}

import { account } from "@stakehouse/api/account";
import { api } from "@stakehouse/api/player";
import { useLanguage, useLocale, useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Checkbox, Field, Input, Select } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormFailure } from "~/app/form-failure";
import { tenantQuery } from "~/app/queries";
import { AuthFrame } from "./auth-frame";
import { countryNames, likelyCountry } from "./countries";
import { ageOn, isEmail } from "./rules";

export interface Ticket {
  ticket: string;
  username: string;
  first_name: string;
}

/** Somebody whom Telegram vouched for becomes a member: the house asks what it has to know. */
export function TelegramRegistration({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const locale = useLocale();
  const language = useLanguage();
  const navigate = useNavigate();
  const { data: tenant } = useQuery(tenantQuery);
  const minimumAge = tenant?.minimum_age ?? 18;
  const blocked = tenant?.blocked_countries;
  const countries = useMemo(() => countryNames(locale, blocked ?? []), [locale, blocked]);

  const form = useForm({
    initial: {
      email: "",
      username: ticket.username,
      birth_date: "",
      country: likelyCountry(navigator.languages),
      accept_terms: false,
    },
    validate: (values) => ({
      email: isEmail(values.email) ? undefined : t("identity.error.email"),
      username: values.username.trim().length >= 3 ? undefined : t("identity.error.username"),
      birth_date: checkAge(values.birth_date),
      country: values.country ? undefined : t("field.required"),
      accept_terms: values.accept_terms ? undefined : t("identity.error.terms"),
    }),
    submit: async (values) => {
      const email = values.email.trim();
      const username = values.username.trim();
      const { is_free } = await api.username(username);
      if (!is_free) {
        form.complain({ username: t("identity.error.username_taken") });
        return;
      }
      await account.telegramRegister({
        ticket: ticket.ticket,
        email,
        username,
        birth_date: values.birth_date,
        country: values.country,
        locale: language,
        accept_terms: true,
      });
      await navigate({ to: "/confirm", search: { email } });
    },
  });

  function checkAge(birthDate: string): string | undefined {
    if (!birthDate) return t("field.required");
    return ageOn(birthDate, new Date()) >= minimumAge
      ? undefined
      : t("identity.error.age", { age: minimumAge });
  }

  return (
    <AuthFrame
      title={t("telegram.register.title")}
      lead={t("telegram.register.lead", { name: ticket.first_name })}
      motto={t("identity.motto")}
    >
      <form {...form.props} className="grid gap-4">
        <FormFailure failure={form.failure} />
        <Field label={t("identity.email")} error={form.errors.email}>
          <Input {...form.text("email")} type="email" autoComplete="email" inputMode="email" required />
        </Field>
        <Field label={t("identity.username")} hint={t("identity.username.hint")} error={form.errors.username}>
          <Input {...form.text("username")} autoComplete="username" autoCapitalize="none" required />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("identity.birth_date")} error={form.errors.birth_date}>
            <Input {...form.text("birth_date")} type="date" autoComplete="bday" required />
          </Field>
          <Field label={t("identity.country")} error={form.errors.country}>
            <Select {...form.text("country")} autoComplete="country" required>
              <option value="">{t("identity.country.choose")}</option>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Checkbox
          name="accept_terms"
          checked={form.values.accept_terms}
          onChange={(checked) => form.set("accept_terms", checked)}
          error={form.errors.accept_terms}
          label={t("identity.terms", { age: minimumAge })}
        />
        <Button type="submit" size="lg" busy={form.busy}>
          {t("identity.register.submit")}
        </Button>
      </form>
    </AuthFrame>
  );
}

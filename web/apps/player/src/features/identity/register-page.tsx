import { api } from "@stakehouse/api/player";
import { useLanguage, useLocale, useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Checkbox, Field, Input, PasswordInput, Select } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormFailure } from "~/app/form-failure";
import { tenantQuery } from "~/app/queries";
import { AuthFrame } from "./auth-frame";
import { countryNames, likelyCountry } from "./countries";
import { DetailsFields } from "./details-fields";
import { ageOn, isEmail, PASSWORD_MIN } from "./rules";

const EMPTY = {
  email: "",
  username: "",
  password: "",
  birth_date: "",
  country: "",
  currency: "",
  first_name: "",
  last_name: "",
  postcode: "",
  phone: "",
  accept_terms: false,
};

/** Opens an account; a code sent by e-mail completes it. */
export default function RegisterPage() {
  const t = useT();
  const locale = useLocale();
  const language = useLanguage();
  const navigate = useNavigate();
  const { data: tenant } = useQuery(tenantQuery);
  const asked = useQuery({ queryKey: ["registration"], queryFn: api.registration });
  const asksDetails = asked.data?.details ?? false;
  const minimumAge = tenant?.minimum_age ?? 18;
  const blocked = tenant?.blocked_countries;
  const countries = useMemo(() => countryNames(locale, blocked ?? []), [locale, blocked]);
  const currencies = tenant?.currencies.filter((currency) => currency.kind !== "points") ?? [];

  const form = useForm({
    initial: { ...EMPTY, country: likelyCountry(navigator.languages) },
    validate: (values) => ({
      email: isEmail(values.email) ? undefined : t("identity.error.email"),
      username: values.username.trim().length >= 3 ? undefined : t("identity.error.username"),
      password:
        values.password.length >= PASSWORD_MIN
          ? undefined
          : t("identity.error.password", { min: PASSWORD_MIN }),
      birth_date: checkAge(values.birth_date),
      country: values.country ? undefined : t("field.required"),
      first_name: checkDetail(values.first_name),
      last_name: checkDetail(values.last_name),
      postcode: checkDetail(values.postcode),
      accept_terms: values.accept_terms ? undefined : t("identity.error.terms"),
    }),
    submit: async (values) => {
      const { currency, first_name, last_name, postcode, phone, ...rest } = values;
      const email = values.email.trim();
      const { is_free } = await api.username(values.username.trim());
      if (!is_free) {
        form.complain({ username: t("identity.error.username_taken") });
        return;
      }
      const chosen = currency || tenant?.default_currency;
      await api.register({
        ...rest,
        email,
        username: values.username.trim(),
        locale: language,
        accept_terms: true,
        ...(chosen ? { currency: chosen } : {}),
        ...(asksDetails ? { first_name, last_name, postcode } : {}),
        ...(asksDetails && phone ? { phone } : {}),
      });
      await navigate({ to: "/confirm", search: { email } });
    },
  });

  function checkDetail(stated: string): string | undefined {
    return asksDetails && !stated.trim() ? t("field.required") : undefined;
  }

  function checkAge(birthDate: string): string | undefined {
    if (!birthDate) return t("field.required");
    return ageOn(birthDate, new Date()) >= minimumAge
      ? undefined
      : t("identity.error.age", { age: minimumAge });
  }

  return (
    <AuthFrame
      title={t("identity.register.title")}
      lead={t("identity.register.lead")}
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
        <Field
          label={t("identity.password")}
          hint={t("identity.password.hint", { min: PASSWORD_MIN })}
          error={form.errors.password}
        >
          <PasswordInput {...form.text("password")} autoComplete="new-password" required />
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
        {currencies.length > 1 && (
          <Field
            label={t("identity.currency")}
            hint={t("identity.currency.hint")}
            error={form.errors.currency}
          >
            <Select {...form.text("currency")} value={form.values.currency || tenant?.default_currency}>
              {currencies.map((currency) => (
                <option key={currency.code}>{currency.code}</option>
              ))}
            </Select>
          </Field>
        )}
        {asksDetails && <DetailsFields form={form} />}
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
        <p className="text-center text-muted-foreground text-sm">
          {t("identity.have_account")}{" "}
          <Link to="/sign-in" className="font-medium text-primary underline-offset-4 hover:underline">
            {t("auth.sign_in")}
          </Link>
        </p>
      </form>
    </AuthFrame>
  );
}

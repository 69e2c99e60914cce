import { useT } from "@stakehouse/i18n";
import { Field, Input } from "@stakehouse/ui";

const NAMES = ["first_name", "last_name", "postcode", "phone"] as const;
const AUTOCOMPLETE = {
  first_name: "given-name",
  last_name: "family-name",
  postcode: "postal-code",
  phone: "tel",
} as const;

type Name = (typeof NAMES)[number];

interface Asking {
  errors: Partial<Record<Name, string | undefined>>;
  text: (name: Name) => { name: string };
}

/** What a house that asks a national register must know of a person. */
export function DetailsFields({ form }: { form: Asking }) {
  const t = useT();
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 text-muted-foreground text-sm">{t("identity.details.why")}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {NAMES.map((name) => (
          <Field
            key={name}
            label={t(`identity.details.${name}`)}
            hint={name === "phone" ? t("identity.details.optional") : undefined}
            error={form.errors[name]}
          >
            <Input
              {...form.text(name)}
              autoComplete={AUTOCOMPLETE[name]}
              inputMode={name === "phone" ? "tel" : undefined}
              required={name !== "phone"}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

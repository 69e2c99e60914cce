import { isProblem } from "@stakehouse/api";
import { houseApi, type Setting } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { QueryError, useErrorText } from "@stakehouse/kit";
import { Button, Callout, cx, Field, Skeleton, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { Page, Section } from "~/app/page";
import { Gate, useCan } from "~/app/permissions";
import { BrandPreview } from "./brand-preview";
import { changed, fieldsOf, parsed, typed, type Value } from "./schema";
import { SchemaField } from "./schema-field";
import { History } from "./settings-history";

const REASON_LETTERS = 3;

const route = getRouteApi("/desk/settings");

/** Everything the house decides for itself, by category, with all earlier versions. */
export default function SettingsPage() {
  return (
    <Gate permission="settings:view">
      <Settings />
    </Gate>
  );
}

function Settings() {
  const t = useT();
  const { category } = route.useSearch();
  const { data, error, refetch } = useQuery({ queryKey: ["settings"], queryFn: houseApi.settings });
  const shown = data?.items.find((each) => each.category === category) ?? data?.items[0];
  return (
    <Page title={t("nav.settings")}>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data && (
        <nav aria-label={t("settings.categories")} className="flex flex-wrap gap-2">
          {data.items.map((each) => (
            <Link
              key={each.category}
              to="/settings"
              search={{ category: each.category }}
              aria-current={each === shown ? "page" : undefined}
              className={cx(
                "inline-flex min-h-9 items-center rounded-full border px-4 text-sm hover:bg-muted",
                each === shown && "border-primary bg-primary-soft text-primary",
              )}
            >
              {each.title}
            </Link>
          ))}
          <Link
            to="/settings/telegram"
            className="inline-flex min-h-9 items-center rounded-full border px-4 text-sm hover:bg-muted"
          >
            {t("settings.telegram")}
          </Link>
        </nav>
      )}
      {shown && <Category key={`${shown.category} ${shown.version}`} setting={shown} />}
    </Page>
  );
}

function Category({ setting }: { setting: Setting }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const mayEdit = useCan()("settings:edit");
  const before = setting.value as Value;
  const fields = fieldsOf(setting.value_schema as Value);
  const [texts, setTexts] = useState<Record<string, string>>(
    Object.fromEntries(fields.map(([name, field]) => [name, typed(before[name], field)])),
  );
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const after = Object.fromEntries(
    fields.map(([name, field]) => [name, parsed(texts[name] ?? "", field)?.value ?? null]),
  );
  const differing = changed(before, after);
  const save = useMutation({
    mutationFn: () =>
      houseApi.changeSetting(setting.category, {
        version: setting.version,
        value: after,
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      toast(t("settings.saved"), "success");
      await queries.invalidateQueries({ queryKey: ["settings"] });
    },
    onError: (error) => {
      const found = isProblem(error)
        ? Object.fromEntries(
            Object.entries(error.fields).map(([name, text]) => [name.replace(/^value\./, ""), text]),
          )
        : {};
      setErrors(Object.keys(found).length ? found : { reason: errorText(error) });
    },
  });

  function send(): void {
    const missing = fields.filter(([name, field]) => parsed(texts[name] ?? "", field) === null);
    const found: Record<string, string> = Object.fromEntries(
      missing.map(([name]) => [name, t("settings.not_a_value")]),
    );
    if (reason.trim().length < REASON_LETTERS) found.reason = t("reason.needed");
    setErrors(found);
    if (!Object.keys(found).length) save.mutate();
  }

  // The logo is chosen above, as a picture.
  const shown = fields.filter(([name]) => setting.category !== "branding" || name !== "logo");
  return (
    <div className="grid grid-cols-1 gap-6 xl:grid-cols-[3fr_2fr]">
      <Section title={setting.title}>
        <form
          className="grid grid-cols-1 gap-5 rounded-xl border p-5"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {setting.category === "branding" && (
            <BrandPreview
              value={after}
              onChange={(values) =>
                setTexts((old) => ({
                  ...old,
                  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typed(value)])),
                }))
              }
            />
          )}
          {shown.map(([name, field]) => (
            <SchemaField
              key={name}
              name={name}
              field={field}
              text={texts[name] ?? ""}
              error={errors[name]}
              disabled={!mayEdit}
              onChange={(text) => setTexts((old) => ({ ...old, [name]: text }))}
            />
          ))}
          {mayEdit && differing.length > 0 && (
            <>
              <Callout icon={<CircleAlert size={18} />} title={t("settings.changes")}>
                <ul className="grid gap-1">
                  {differing.map((name) => (
                    <li key={name} className="break-all">
                      <code>{name}</code>: <del>{typed(before[name])}</del> → <ins>{typed(after[name])}</ins>
                    </li>
                  ))}
                </ul>
              </Callout>
              <Field label={t("reason.label")} error={errors.reason}>
                <Textarea
                  value={reason}
                  maxLength={500}
                  onChange={(event) => setReason(event.target.value)}
                />
              </Field>
              <div>
                <Button type="submit" busy={save.isPending}>
                  {t("settings.save")}
                </Button>
              </div>
            </>
          )}
        </form>
      </Section>
      <History
        setting={setting}
        onRevert={(value, version) => {
          setTexts(
            Object.fromEntries(
              fields.map(([name, field]) => [name, typed(value[name] ?? before[name], field)]),
            ),
          );
          setReason(t("settings.back_to", { version: String(version) }));
        }}
      />
    </div>
  );
}

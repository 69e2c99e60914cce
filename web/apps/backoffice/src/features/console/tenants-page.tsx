import { houseApi, type TenantLine } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { QueryError, useForm } from "@stakehouse/kit";
import { Badge, Button, Callout, Checkbox, Dialog, Field, Input, Skeleton, toast } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { Page } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { toneOf } from "~/app/tone";

/** All tenants of the platform. */
export default function TenantsPage() {
  return (
    <Gate permission="tenants:view">
      <Tenants />
    </Gate>
  );
}

function Tenants() {
  const t = useT();
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ["tenants"], queryFn: houseApi.tenants });
  return (
    <Page
      title={t("nav.tenants")}
      actions={
        <Can permission="tenants:manage">
          <Button size="sm" onClick={() => setOpening(true)}>
            {t("tenants.open")}
          </Button>
        </Can>
      }
    >
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      <ul className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
        {data?.items.map((tenant) => (
          <li key={tenant.id}>
            <TenantCard tenant={tenant} />
          </li>
        ))}
      </ul>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function TenantCard({ tenant }: { tenant: TenantLine }) {
  const t = useT();
  return (
    <Link
      to="/tenants/$id"
      params={{ id: tenant.id }}
      className="grid gap-2 rounded-xl border p-5 hover:bg-muted"
    >
      <span className="flex items-center gap-3">
        <span className="font-semibold">{tenant.name}</span>
        <Badge tone={toneOf(tenant.status)} className="ml-auto">
          {t(`tenants.status.${tenant.status}`)}
        </Badge>
      </span>
      <span className="text-muted-foreground text-sm">
        {tenant.slug} · {tenant.jurisdiction} · {tenant.currencies.join(", ")}
      </span>
      <span className="flex gap-2">
        {tenant.gaming && <Badge tone="primary">{t("tenants.gaming")}</Badge>}
        {tenant.loyalty && <Badge tone="primary">{t("tenants.loyalty")}</Badge>}
      </span>
    </Link>
  );
}

function currenciesOf(text: string) {
  return text
    .split(",")
    .map((part) => part.trim().split(":"))
    .filter(([code]) => code)
    .map(([code = "", scale]) => ({
      code: code.toUpperCase(),
      scale: Number(scale ?? "2"),
      kind: "fiat" as const,
    }));
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: {
      slug: "",
      name: "",
      jurisdiction: "",
      currencies: "EUR:2",
      languages: "en",
      time_zone: "UTC",
      support_email: "",
      owner_email: "",
      owner_name: "",
      gaming: true,
      loyalty: false,
    },
    validate: (values) => ({
      slug: /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(values.slug) ? undefined : t("tenants.slug_needed"),
      name: values.name.trim() ? undefined : t("tenants.needed"),
      jurisdiction: values.jurisdiction.trim() ? undefined : t("tenants.needed"),
      currencies: currenciesOf(values.currencies).length ? undefined : t("tenants.needed"),
      support_email: values.support_email.includes("@") ? undefined : t("tenants.needed"),
      owner_email: values.owner_email.includes("@") ? undefined : t("tenants.needed"),
      owner_name: values.owner_name.trim() ? undefined : t("tenants.needed"),
    }),
    submit: async (values) => {
      await houseApi.openTenant({
        ...values,
        minimum_age: 18,
        currencies: currenciesOf(values.currencies),
        languages: values.languages.split(",").map((each) => each.trim()),
      });
      toast(t("tenants.opened", { email: values.owner_email }), "success");
      await queries.invalidateQueries({ queryKey: ["tenants"] });
      onClose();
    },
  });
  const fields = [
    ["slug", t("tenants.slug"), t("tenants.slug_hint")],
    ["name", t("tenants.name"), undefined],
    ["jurisdiction", t("tenants.law"), t("tenants.law_hint")],
    ["currencies", t("tenants.currencies"), t("tenants.currencies_hint")],
    ["languages", t("tenants.languages"), undefined],
    ["time_zone", t("tenants.time_zone"), undefined],
    ["support_email", t("tenants.support_email"), undefined],
    ["owner_name", t("tenants.owner_name"), undefined],
    ["owner_email", t("tenants.owner_email"), t("tenants.owner_hint")],
  ] as const;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("tenants.open")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("tenants.open_submit")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        {fields.map(([name, label, hint]) => (
          <Field key={name} label={label} hint={hint} error={form.errors[name]}>
            <Input {...form.text(name)} />
          </Field>
        ))}
        <Checkbox
          checked={form.values.gaming}
          onChange={(value) => form.set("gaming", value)}
          label={t("tenants.gaming")}
        />
        <Checkbox
          checked={form.values.loyalty}
          onChange={(value) => form.set("loyalty", value)}
          label={t("tenants.loyalty")}
        />
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

import { houseApi, type TenantDetail } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Money, QueryError, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Callout, Checkbox, Dialog, Field, Skeleton, Switch, Textarea } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page, Section } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { toneOf } from "~/app/tone";
import { useTenantChanged } from "./tenant-changed";
import { Closing } from "./tenant-closing";
import { TenantHistory } from "./tenant-history";

const REASON_LETTERS = 3;

type Act = "suspend" | "reinstate" | "features" | "close";

const route = getRouteApi("/desk/tenants/$id");

/** One tenant: its figures, what is left in it, and what the platform may do with it. */
export default function TenantPage() {
  return (
    <Gate permission="tenants:view">
      <Tenant />
    </Gate>
  );
}

function Tenant() {
  const t = useT();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["tenants", id],
    queryFn: () => houseApi.tenant(id),
  });
  return (
    <Page
      title={data?.name ?? t("nav.tenants")}
      beside={data && <Badge tone={toneOf(data.status)}>{t(`tenants.status.${data.status}`)}</Badge>}
      back={{ to: "/tenants", label: t("nav.tenants") }}
    >
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data && <Detail tenant={data} />}
    </Page>
  );
}

function Detail({ tenant }: { tenant: TenantDetail }) {
  const t = useT();
  const [act, setAct] = useState<Act | null>(null);
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <Section title={t("tenants.figures")}>
        <FactList
          className="rounded-xl border p-5"
          items={[
            [t("tenants.slug"), tenant.slug],
            [t("tenants.law"), tenant.jurisdiction],
            [t("tenants.currencies"), tenant.currencies.join(", ")],
            [t("tenants.languages"), tenant.languages.join(", ")],
            [t("tenants.members"), String(tenant.members)],
            [t("tenants.staff"), String(tenant.staff)],
            [t("tenants.open_rounds"), String(tenant.open_rounds)],
            [t("tenants.open_payments"), String(tenant.open_payments)],
            ...tenant.owed.map(
              (owed) =>
                [
                  t("tenants.owed", { members: String(owed.members) }),
                  <Money key={owed.currency} amount={owed.amount} currency={owed.currency} />,
                ] as [string, ReactNode],
            ),
          ]}
        />
      </Section>
      <Can permission="tenants:manage">
        <Section title={t("tenants.acts")}>
          {tenant.closing && <Closing tenant={tenant} />}
          {tenant.status !== "closed" && (
            <div className="flex flex-wrap gap-2">
              <Button variant="secondary" onClick={() => setAct("features")}>
                {t("tenants.features")}
              </Button>
              {tenant.status === "active" ? (
                <Button variant="danger" onClick={() => setAct("suspend")}>
                  {t("tenants.suspend")}
                </Button>
              ) : (
                <>
                  <Button onClick={() => setAct("reinstate")}>{t("tenants.reinstate")}</Button>
                  {!tenant.closing && (
                    <Button variant="danger" onClick={() => setAct("close")}>
                      {t("tenants.close")}
                    </Button>
                  )}
                </>
              )}
            </div>
          )}
          <p className="text-muted-foreground text-sm">
            {t(tenant.status === "closed" ? "tenants.closed_text" : "tenants.close_hint")}
          </p>
        </Section>
      </Can>
      <TenantHistory steps={tenant.history} />
      {act && <ActDialog tenant={tenant} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}

function ActDialog({ tenant, act, onClose }: { tenant: TenantDetail; act: Act; onClose: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  const done = useTenantChanged(tenant.id);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [gaming, setGaming] = useState(tenant.gaming);
  const [loyalty, setLoyalty] = useState(tenant.loyalty);
  const [keeps, setKeeps] = useState(false);
  const run = useMutation({
    mutationFn: (why: string): Promise<unknown> => {
      if (act === "features") return houseApi.switchFeatures(tenant.id, { gaming, loyalty, reason: why });
      if (act === "close") return houseApi.closeTenant(tenant.id, { reason: why, keeps_owed: keeps });
      return houseApi.moveTenant(tenant.id, act, why);
    },
    onSuccess: async () => {
      await done();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t(`tenants.${act}`)}: ${tenant.name}`}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            variant={act === "suspend" || act === "close" ? "danger" : "primary"}
            busy={run.isPending}
            onClick={() =>
              reason.trim().length < REASON_LETTERS ? setError(t("reason.needed")) : run.mutate(reason.trim())
            }
          >
            {t(`tenants.${act}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t(`tenants.${act}_what`, { members: String(tenant.members) })}</p>
        {act === "features" && (
          <>
            <Switch checked={gaming} onChange={setGaming} label={t("tenants.gaming")} />
            <Switch checked={loyalty} onChange={setLoyalty} label={t("tenants.loyalty")} />
          </>
        )}
        {act === "close" && tenant.owed.length > 0 && (
          <Checkbox checked={keeps} onChange={setKeeps} label={t("tenants.keeps_owed")} />
        )}
        {run.error && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={errorText(run.error)} />
          </div>
        )}
        <Field label={t("reason.label")} error={error}>
          <Textarea
            value={reason}
            maxLength={500}
            data-autofocus=""
            onChange={(event) => {
              setReason(event.target.value);
              setError(null);
            }}
          />
        </Field>
      </div>
    </Dialog>
  );
}

import { houseApi, type TenantDetail } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Money, QueryError } from "@stakehouse/kit";
import { Badge, Button, Checkbox, Skeleton, Switch } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page, Section } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { ReasonDialog } from "~/app/reason-dialog";
import { toneOf } from "~/app/tone";
import { useTenantChanged } from "./tenant-changed";
import { Closing } from "./tenant-closing";
import { TenantHistory } from "./tenant-history";

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
  const changed = useTenantChanged(tenant.id);
  const [gaming, setGaming] = useState(tenant.gaming);
  const [loyalty, setLoyalty] = useState(tenant.loyalty);
  const [keeps, setKeeps] = useState(false);

  async function send(reason: string): Promise<void> {
    if (act === "features") await houseApi.switchFeatures(tenant.id, { gaming, loyalty, reason });
    else if (act === "close") await houseApi.closeTenant(tenant.id, { reason, keeps_owed: keeps });
    else await houseApi.moveTenant(tenant.id, act, reason);
    await changed();
    onClose();
  }

  return (
    <ReasonDialog
      title={`${t(`tenants.${act}`)}: ${tenant.name}`}
      confirm={t(`tenants.${act}`)}
      danger={act === "suspend" || act === "close"}
      onClose={onClose}
      onSend={send}
    >
      <p>{t(`tenants.${act}_what`, { members: tenant.members })}</p>
      {act === "features" && (
        <>
          <Switch checked={gaming} onChange={setGaming} label={t("tenants.gaming")} />
          <Switch checked={loyalty} onChange={setLoyalty} label={t("tenants.loyalty")} />
        </>
      )}
      {act === "close" && tenant.owed.length > 0 && (
        <Checkbox checked={keeps} onChange={setKeeps} label={t("tenants.keeps_owed")} />
      )}
    </ReasonDialog>
  );
}

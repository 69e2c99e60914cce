import { houseApi, type TenantDetail } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Button, Callout } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { meQuery } from "~/app/queries";
import { ReasonDialog } from "~/app/reason-dialog";
import { useTenantChanged } from "./tenant-changed";

/** A closing that waits for a second person, and the decision of whoever is that person. */
export function Closing({ tenant }: { tenant: TenantDetail }) {
  const t = useT();
  const { data: me } = useQuery(meQuery);
  const [decision, setDecision] = useState<"approve" | "reject" | null>(null);
  const changed = useTenantChanged(tenant.id);
  const closing = tenant.closing;
  if (!closing) return null;
  return (
    <Callout tone="warning" icon={<TriangleAlert size={18} />} title={closing.summary}>
      <p className="break-words">
        {closing.maker}: {closing.reason}
      </p>
      <p className="text-sm">
        {t("tenants.expires")} <Moment at={closing.expires_at} />
      </p>
      {closing.maker === me?.email ? (
        <p className="mt-2">{t("tenants.own_closing")}</p>
      ) : (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button variant="danger" onClick={() => setDecision("approve")}>
            {t("tenants.approve_closing")}
          </Button>
          <Button variant="ghost" onClick={() => setDecision("reject")}>
            {t("tenants.reject_closing")}
          </Button>
        </div>
      )}
      {decision && (
        <ReasonDialog
          title={`${t(`tenants.${decision}_closing`)}: ${tenant.name}`}
          confirm={t(`tenants.${decision}_closing`)}
          danger={decision === "approve"}
          onClose={() => setDecision(null)}
          onSend={async (reason) => {
            await (decision === "approve"
              ? houseApi.approveClosing(tenant.id, closing.id, closing.content_hash, reason)
              : houseApi.rejectClosing(tenant.id, closing.id, reason));
            await changed();
            setDecision(null);
          }}
        >
          <p>{t(`tenants.${decision}_what`, { members: tenant.members })}</p>
        </ReasonDialog>
      )}
    </Callout>
  );
}

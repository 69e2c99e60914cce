import { houseApi, type TenantDetail } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, useErrorText } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Textarea } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { meQuery } from "~/app/queries";
import { useTenantChanged } from "./tenant-changed";

const REASON_LETTERS = 3;

type Decision = "approve" | "reject";

/** A closing that waits for a second person, and the decision of whoever is that person. */
export function Closing({ tenant }: { tenant: TenantDetail }) {
  const t = useT();
  const { data: me } = useQuery(meQuery);
  const [decision, setDecision] = useState<Decision | null>(null);
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
        <DecisionDialog
          tenant={tenant}
          closing={closing}
          decision={decision}
          onClose={() => setDecision(null)}
        />
      )}
    </Callout>
  );
}

interface DecisionProps {
  tenant: TenantDetail;
  closing: NonNullable<TenantDetail["closing"]>;
  decision: Decision;
  onClose: () => void;
}

function DecisionDialog({ tenant, closing, decision, onClose }: DecisionProps) {
  const t = useT();
  const errorText = useErrorText();
  const changed = useTenantChanged(tenant.id);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: (why: string) =>
      decision === "approve"
        ? houseApi.approveClosing(tenant.id, closing.id, closing.content_hash, why)
        : houseApi.rejectClosing(tenant.id, closing.id, why),
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t(`tenants.${decision}_closing`)}: ${tenant.name}`}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            variant={decision === "approve" ? "danger" : "primary"}
            busy={run.isPending}
            onClick={() =>
              reason.trim().length < REASON_LETTERS ? setError(t("reason.needed")) : run.mutate(reason.trim())
            }
          >
            {t(`tenants.${decision}_closing`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t(`tenants.${decision}_what`, { members: tenant.members })}</p>
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

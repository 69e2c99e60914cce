import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { buttonClass, Card, CopyText, KeyValues, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Calculator } from "lucide-react";
import { Page } from "~/app/page";
import { useSignedIn } from "~/app/session";
import { HowItWorks } from "./how-it-works";
import { RevealedPairs } from "./revealed-pairs";
import { RotateForm } from "./rotate-form";

/** The commitments one plays under, one's own seed, and every pair revealed so far. */
export default function FairnessPage() {
  const t = useT();
  const signedIn = useSignedIn();
  const state = useQuery({ queryKey: ["fairness"], queryFn: api.fairness, enabled: signedIn });
  return (
    <Page
      title={t("nav.fairness")}
      lead={t("fair.lead")}
      narrow
      aside={
        <Link to="/fairness/verify" className={buttonClass("outline")}>
          <Calculator size={18} aria-hidden="true" />
          {t("welcome.check")}
        </Link>
      }
    >
      <HowItWorks />
      {signedIn && (
        <>
          <Card className="grid gap-5 p-5">
            <h2 className="display text-2xl">{t("fair.current")}</h2>
            {state.error && !state.data && (
              <QueryError error={state.error} onRetry={() => void state.refetch()} />
            )}
            {state.isPending && <Skeleton className="h-40" />}
            {state.data && (
              <>
                <KeyValues
                  items={[
                    [t("fair.scheme"), t("fair.scheme_of", { scheme: state.data.scheme })],
                    [
                      t("fair.server_hash"),
                      <CopyText key="hash" text={state.data.server_seed_hash} cut={14} />,
                    ],
                    [
                      t("fair.next_hash"),
                      <CopyText key="next" text={state.data.next_server_seed_hash} cut={14} />,
                    ],
                    [t("fair.client_seed"), <CopyText key="client" text={state.data.client_seed} cut={18} />],
                    [t("fair.played"), String(state.data.nonce)],
                  ]}
                />
                <RotateForm state={state.data} />
              </>
            )}
          </Card>
          <RevealedPairs />
        </>
      )}
    </Page>
  );
}

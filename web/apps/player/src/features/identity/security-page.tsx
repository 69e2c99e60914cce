import { player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Skeleton } from "@stakehouse/ui";
import { lazy, Suspense } from "react";
import { Page } from "~/app/page";

const SecurityPanel = lazy(async () => (await import("@stakehouse/kit/security")).loadSecurityPanel());

/** The member's second factors and passkeys. */
export default function SecurityPage() {
  const t = useT();
  return (
    <Page title={t("account.security")} lead={t("account.security.text")} narrow>
      <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
        <SecurityPanel client={player} />
      </Suspense>
    </Page>
  );
}

import { staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Skeleton } from "@stakehouse/ui";
import { lazy, Suspense } from "react";
import { Page } from "~/app/page";
import { OwnPassword } from "./own-password";
import { OwnSessions } from "./own-sessions";

const SecurityPanel = lazy(async () => (await import("@stakehouse/kit/security")).loadSecurityPanel());

/** One's own second factors, passkeys, password and sessions. */
export default function SecurityPage() {
  const t = useT();
  return (
    <Page title={t("nav.security")}>
      <div className="grid min-w-0 max-w-2xl grid-cols-1 gap-6">
        <div className="grid gap-4">
          <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
            <SecurityPanel client={staff} />
          </Suspense>
        </div>
        <OwnSessions />
        <OwnPassword />
      </div>
    </Page>
  );
}

import { staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Skeleton } from "@stakehouse/ui";
import { lazy, Suspense } from "react";
import { Page } from "~/app/page";

const SecurityPanel = lazy(async () => (await import("@stakehouse/kit/security")).loadSecurityPanel());

/** One's own second factors and passkeys. */
export default function SecurityPage() {
  const t = useT();
  return (
    <Page title={t("nav.security")}>
      <div className="grid max-w-2xl gap-4">
        <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
          <SecurityPanel client={staff} />
        </Suspense>
      </div>
    </Page>
  );
}

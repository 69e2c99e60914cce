import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { ErrorState, Skeleton } from "@stakehouse/ui";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Page } from "~/app/page";
import { beginVisit } from "~/app/visit";

/** Opens a visit of support with the code behind the address, which then leaves the address. */
export default function VisitPage() {
  const t = useT();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<string | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    // A code counts once, and effects may run twice.
    if (begun.current) return;
    begun.current = true;
    const code = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    api
      .openVisit(code)
      .then((tokens) => {
        beginVisit(tokens);
        return navigate({ to: "/account" });
      })
      .catch((error: unknown) => setFailure(errorText(error)));
  }, [navigate, errorText]);
  return (
    <Page title={t("visit.banner_title")} narrow>
      {failure ? <ErrorState message={failure} /> : <Skeleton className="h-40 rounded-xl" />}
    </Page>
  );
}

import { isProblem, type Tokens, tenantHint } from "@stakehouse/api";
import { ownApi } from "@stakehouse/api/own";
import type { Challenge } from "@stakehouse/api/player";
import { staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Callout, Mark, Skeleton, Spinner } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTitle } from "~/app/page";
import { tenantQuery } from "~/app/queries";

const SecondStep = lazy(async () => (await import("@stakehouse/kit/security")).loadSecondStep());
const route = getRouteApi("/enter");

/** Where one arrives from another house: the pass behind `#` is given once, and this house asks the rest. */
export default function EnterPage() {
  const t = useT();
  const navigate = useNavigate();
  const explain = useExplain();
  const { data: tenant } = useQuery(tenantQuery);
  const { from } = route.useSearch();
  const [came] = useState(from);
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const begun = useRef(false);
  useTitle(t("switcher.enter"));

  async function enter(tokens: Tokens) {
    staff.setTokens(tokens);
    await navigate({ to: "/", replace: true });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a pass counts once, so it is given once.
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const passcode = window.location.hash.slice(1);
    window.history.replaceState(window.history.state, "", window.location.pathname);
    if (!passcode) {
      setFailure(t("switcher.nothing"));
      return;
    }
    ownApi
      .enterWithPass(passcode)
      .then((answer) => ("second_factor" in answer ? setChallenge(answer.second_factor) : enter(answer)))
      .catch((error: unknown) => setFailure(explain(error)));
  }, []);

  return (
    <main className="grid min-h-dvh content-center justify-items-center bg-background px-6 py-12">
      <div className="grid w-full max-w-88 gap-5">
        <Mark className="size-9" />
        <h1 className="font-semibold text-2xl leading-8 tracking-tight">
          {t("switcher.entering", { house: tenant?.name ?? "Stakehouse" })}
        </h1>
        {challenge && failure === null && (
          <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
            <SecondStep
              client={staff}
              challenge={challenge}
              onTokens={enter}
              onBack={() => void navigate({ to: "/sign-in", replace: true })}
            />
          </Suspense>
        )}
        {!challenge && failure === null && (
          <div className="grid place-items-center py-10">
            <Spinner />
          </div>
        )}
        {failure !== null && (
          <>
            <div role="alert">
              <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure} />
            </div>
            <div className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
              {came && tenantHint(window.location.hostname) && (
                <a
                  href={`/backoffice/?tenant=${encodeURIComponent(came)}`}
                  className="text-primary hover:underline"
                >
                  {t("switcher.back")}
                </a>
              )}
              <Link to="/sign-in" className="text-primary hover:underline">
                {t("switcher.sign_in")}
              </Link>
            </div>
          </>
        )}
      </div>
    </main>
  );
}

/** What a person can do about a house that does not let them in. */
function useExplain(): (error: unknown) => string {
  const t = useT();
  const errorText = useErrorText();
  return (error) => {
    if (isProblem(error, "address_not_allowed"))
      return t("switcher.address", { address: String(error.facts.address ?? "") });
    if (isProblem(error, "invalid_credentials")) return t("switcher.not_staff");
    return errorText(error);
  };
}

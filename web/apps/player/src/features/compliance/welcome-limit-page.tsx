import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { buttonClass, Callout, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { depositPromptQuery } from "~/app/deposit-prompt";
import { Page } from "~/app/page";
import { DepositQuestion } from "./deposit-question";

/** The step after the account was opened, where the law has members asked for a deposit limit. */
export default function WelcomeLimitPage() {
  const t = useT();
  const navigate = useNavigate();
  const { data: prompt, error, refetch } = useQuery(depositPromptQuery(null));
  const later = (
    <Link to="/" className={buttonClass("ghost", "lg")}>
      {t("prompt.later")}
    </Link>
  );
  return (
    <Page title={t("prompt.title")} narrow>
      {error && !prompt ? (
        <>
          <QueryError error={error} onRetry={() => void refetch()} />
          {later}
        </>
      ) : !prompt ? (
        <Skeleton className="h-96 rounded-xl" />
      ) : prompt.is_open ? (
        <DepositQuestion
          prompt={prompt}
          source="registration"
          onAnswered={() => void navigate({ to: "/" })}
          later={later}
        />
      ) : (
        <>
          <Callout tone="success" icon={<Check size={18} />} title={t("prompt.answered")} />
          <div className="flex flex-wrap gap-3">
            <Link to="/" className={buttonClass("primary")}>
              {t("prompt.go_on")}
            </Link>
            <Link to="/account/limits" className={buttonClass("secondary")}>
              {t("prompt.to_limits")}
            </Link>
          </div>
        </>
      )}
    </Page>
  );
}

import { useT } from "@stakehouse/i18n";
import { Money, QueryError } from "@stakehouse/kit";
import { Button, Callout, IconButton, Kbd, Skeleton, Spinner } from "@stakehouse/ui";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Check, ChevronRight, TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import { useShortcuts } from "~/app/keys";
import { useCan } from "~/app/permissions";
import { State } from "~/app/state";
import { CaseFacts } from "./case-facts";
import { ApproveDialog, RejectDialog } from "./decide-dialogs";
import { isWaiting, nextWaiting } from "./statuses";
import { Steps } from "./steps";
import { useDecide, useWorking } from "./use-decide";
import { useCase, useQueue } from "./use-queue";

const route = getRouteApi("/desk/withdrawals/$id");

/** One withdrawal: the sum, what the checks say, its course so far, and the decision. */
export default function CasePanel() {
  const { id } = route.useParams();
  return <Case key={id} id={id} />;
}

function Case({ id }: { id: string }) {
  const t = useT();
  const navigate = route.useNavigate();
  const can = useCan();
  const { cases } = useQueue();
  const { data: case_, error, refetch } = useCase(id, cases);
  const [asking, setAsking] = useState<"approve" | "reject" | null>(null);
  const working = useWorking().has(id);
  const decide = useDecide(() => goOn());
  const nextId = nextWaiting(cases ?? [], id);
  const open = case_ !== undefined && isWaiting(case_.status) && !working && can("payments:approve");

  function goOn() {
    setAsking(null);
    if (nextId) void navigate({ to: "/withdrawals/$id", params: { id: nextId }, search: (old) => old });
  }
  const close = () => void navigate({ to: "/withdrawals", search: (old) => old });

  useShortcuts(t("keys.case"), [
    ...(open
      ? [
          { keys: "a", label: t("case.approve"), run: () => setAsking("approve") },
          { keys: "r", label: t("case.reject"), run: () => setAsking("reject") },
        ]
      : []),
    ...(nextId ? [{ keys: "n", label: t("case.next"), run: goOn }] : []),
    { keys: "Escape", label: t("case.close"), run: close },
  ]);

  if (error && !case_) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!case_) return <Standing />;
  return (
    <section
      aria-label={t("case.label", { name: case_.member.username })}
      className="flex min-w-0 flex-1 flex-col"
    >
      <div className="grid flex-1 content-start gap-6 p-4 lg:overflow-y-auto lg:p-6">
        <header className="grid gap-2">
          <div className="flex items-center gap-3">
            <State group="payment_status" value={case_.status} />
            <IconButton label={t("case.close")} size="sm" className="-mr-2 ml-auto" onClick={close}>
              <X size={18} />
            </IconButton>
          </div>
          <p className="figures font-semibold text-3xl tracking-tight">
            <Money amount={case_.amount} currency={case_.currency} />
          </p>
          <p>
            <Link
              to="/members/$id"
              params={{ id: case_.member.id }}
              className="inline-flex items-center gap-1 font-medium text-primary hover:underline"
            >
              {case_.member.username}
              <ChevronRight size={15} aria-hidden="true" />
            </Link>{" "}
            <span className="text-muted-foreground">{case_.member.email}</span>
          </p>
        </header>
        {case_.attention && (
          <Callout tone="warning" icon={<TriangleAlert size={18} />} title={t("case.attention")}>
            {case_.attention}
          </Callout>
        )}
        <CaseFacts case_={case_} />
        <Steps steps={case_.steps} />
      </div>
      {(open || working) && (
        <footer className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t bg-card px-4 py-3 lg:px-6">
          {working ? (
            <p role="status" className="flex min-h-9 items-center gap-2 font-medium">
              <Spinner /> {t("case.working_text")}
            </p>
          ) : (
            <>
              <Button size="sm" icon={<Check size={16} />} onClick={() => setAsking("approve")}>
                {t("case.approve")} <Cap>A</Cap>
              </Button>
              <Button size="sm" variant="outline" icon={<X size={16} />} onClick={() => setAsking("reject")}>
                {t("case.reject")} <Cap>R</Cap>
              </Button>
            </>
          )}
          {nextId && (
            <Button size="sm" variant="ghost" className="ml-auto" onClick={goOn}>
              {t("case.next")} <Cap>N</Cap>
            </Button>
          )}
        </footer>
      )}
      {asking === "approve" && (
        <ApproveDialog
          case_={case_}
          busy={decide.isPending}
          onClose={() => setAsking(null)}
          onApprove={() => decide.mutate({ case_, reason: null }, { onSettled: () => setAsking(null) })}
        />
      )}
      {asking === "reject" && (
        <RejectDialog
          case_={case_}
          busy={decide.isPending}
          onClose={() => setAsking(null)}
          onReject={(reason) => decide.mutate({ case_, reason }, { onSettled: () => setAsking(null) })}
        />
      )}
    </section>
  );
}

function Cap({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="max-lg:hidden">
      <Kbd className="border-current/30! bg-transparent! text-current! opacity-80">{children}</Kbd>
    </span>
  );
}

function Standing() {
  return (
    <div className="grid flex-1 content-start gap-6 p-4 lg:p-6">
      <Skeleton className="h-5 w-24" />
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-52 w-full" />
    </div>
  );
}

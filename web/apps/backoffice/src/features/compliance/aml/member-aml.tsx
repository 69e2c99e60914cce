import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Button, Callout, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScanSearch, Snowflake } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { Can } from "~/app/permissions";
import { ReasonDialog } from "~/app/reason-dialog";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import { Severity } from "./cases-page";
import { FreezeDialog } from "./freeze-dialog";

/** What stands against a member, or does not: screening, cases, freezes. */
export function MemberAml({ member }: { member: Pick<Member, "id" | "username"> }) {
  const t = useT();
  const word = useWord();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<"freeze" | "release" | null>(null);
  const found = useQuery({ queryKey: ["member-aml", member.id], queryFn: () => api.memberAml(member.id) });
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: (_, { done }) => {
      toast(done, "success");
      setAsking(null);
    },
    // What a dialog asked for is refused there.
    onError: (failure) => asking === null && toast(errorText(failure), "danger"),
    onSettled: () => {
      for (const key of ["member-aml", "member", "aml-cases", "approvals"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  if (found.error && !found.data)
    return <QueryError error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton className="h-64 w-full" />;
  const aml = found.data;
  return (
    <div className="grid gap-6">
      {aml.is_frozen && (
        <Callout tone="primary" icon={<Snowflake size={18} />} title={t("aml.is_frozen")}>
          {t("aml.frozen_text")}
        </Callout>
      )}
      <Section
        title={t("aml.screening")}
        aside={
          <>
            <Can permission="aml:review">
              <Button
                size="sm"
                variant="secondary"
                icon={<ScanSearch size={15} />}
                busy={act.isPending && asking === null}
                onClick={() =>
                  act.mutate({ run: () => api.screenMember(member.id), done: t("aml.screened_now") })
                }
              >
                {t("aml.screen")}
              </Button>
            </Can>
            <Can permission="aml:freeze">
              <Button
                size="sm"
                variant="secondary"
                className={aml.is_frozen ? "" : "text-danger!"}
                icon={<Snowflake size={15} />}
                onClick={() => setAsking(aml.is_frozen ? "release" : "freeze")}
              >
                {t(aml.is_frozen ? "aml.release" : "aml.freeze")}
              </Button>
            </Can>
          </>
        }
      >
        <FactList
          items={[
            [t("aml.name"), aml.name || t("aml.name_unknown")],
            [t("aml.screened"), aml.screened_at ? <Moment key="at" at={aml.screened_at} /> : t("none")],
            [t("aml.open_hits"), String(aml.screening_hits)],
            [
              t("aml.withdrawals"),
              aml.withdrawals_stopped ? word("aml", `stopped_${aml.withdrawals_stopped}`) : t("aml.free"),
            ],
            [t("aml.closed_cases"), String(aml.closed_cases)],
          ]}
        />
      </Section>
      <Section title={t("aml.open_cases")}>
        {aml.open_cases.length === 0 ? (
          <p className="text-muted-foreground text-sm">{t("aml.no_open_cases")}</p>
        ) : (
          <ul className="grid gap-2">
            {aml.open_cases.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-2 rounded-xl border p-3">
                <Severity row={row} />
                <Link
                  to="/aml-cases"
                  search={{ entry: row.id }}
                  className="min-w-0 flex-1 font-medium text-primary hover:underline"
                >
                  {row.summary}
                </Link>
                <State group="aml" value={row.status} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {aml.freezes.length > 0 && (
        <Section title={t("aml.freezes")}>
          <ul className="grid gap-2 text-[0.8125rem]">
            {aml.freezes.map((freeze) => (
              <li key={freeze.id} className="rounded-xl border p-3">
                <p>
                  <Moment at={freeze.frozen_at} /> · {freeze.frozen_by}: {freeze.reason}
                </p>
                {freeze.released_at && (
                  <p className="text-muted-foreground">
                    {t("aml.released")} <Moment at={freeze.released_at} /> · {freeze.released_by}:{" "}
                    {freeze.release_reason}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {asking === "freeze" && (
        <FreezeDialog
          name={member.username}
          onClose={() => setAsking(null)}
          onSend={(reason) =>
            act.mutateAsync({ run: () => api.freezeMember(member.id, reason), done: t("aml.frozen_now") })
          }
        />
      )}
      {asking === "release" && (
        <ReasonDialog
          title={t("aml.release_title", { name: member.username })}
          confirm={t("aml.release_ask")}
          onClose={() => setAsking(null)}
          onSend={(reason) =>
            act.mutateAsync({ run: () => api.releaseMember(member.id, reason), done: t("aml.release_asked") })
          }
        >
          <p>{t("aml.release_effect")}</p>
        </ReasonDialog>
      )}
    </div>
  );
}

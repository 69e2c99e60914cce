import { type AmlCase, type AmlEvidence, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Callout, Dialog, Field, Kbd, Select, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Snowflake } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { useShortcuts } from "~/app/keys";
import { Section } from "~/app/page";
import { useCan } from "~/app/permissions";
import { ReasonDialog } from "~/app/reason-dialog";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import { Severity } from "./cases-page";
import { Evidence } from "./evidence";
import { FreezeDialog } from "./freeze-dialog";

const FINDINGS = ["false_positive", "no_action", "monitored", "true_match", "reported"];

type Asking =
  | "close"
  | "escalate"
  | "note"
  | "freeze"
  | { hit: AmlEvidence; verdict: "false" | "true" }
  | null;

interface CasePanelProps {
  id: string;
  onClose: () => void;
  onNext: (() => void) | null;
}

/** One case: both sides of every hit, what happened so far, and what can be done; all by keyboard. */
export function CasePanel({ id, onClose, onNext }: CasePanelProps) {
  const t = useT();
  const found = useQuery({ queryKey: ["aml-case", id], queryFn: () => api.amlCase(id) });
  return (
    <Dialog open onClose={onClose} title={t("aml.case")} shape="side" className="w-[min(46rem,100vw)]!">
      {found.data ? (
        <Case case_={found.data} onNext={onNext} />
      ) : found.error ? (
        <QueryError error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton className="h-96 w-full" />
      )}
    </Dialog>
  );
}

function Case({ case_, onNext }: { case_: AmlCase; onNext: (() => void) | null }) {
  const t = useT();
  const word = useWord();
  const can = useCan();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<Asking>(null);
  const [finding, setFinding] = useState(FINDINGS[0] as string);
  const works = case_.status !== "closed" && can("aml:review");
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: () => {
      toast(t("aml.done"), "success");
      setAsking(null);
    },
    // What a dialog asked for is refused there.
    onError: (failure) => asking === null && toast(errorText(failure), "danger"),
    // Whatever the answer was, the panel and the list now show what the server holds.
    onSettled: () => {
      for (const key of ["aml-case", "aml-cases", "member-aml", "member"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const take = () => act.mutate(() => api.assignAmlCase(case_.id));

  useShortcuts(
    t("aml.keys"),
    [
      ...(works
        ? [
            { keys: "a", label: t("aml.take"), run: take },
            { keys: "n", label: t("aml.note"), run: () => setAsking("note") },
            { keys: "u", label: t("aml.escalate"), run: () => setAsking("escalate") },
            { keys: "c", label: t("aml.close_case"), run: () => setAsking("close") },
          ]
        : []),
      ...(onNext ? [{ keys: "]", label: t("aml.next"), run: onNext }] : []),
    ],
    true,
  );

  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <State group="aml" value={case_.status} />
          <Severity row={case_} />
          {case_.finding && <Badge tone="primary">{word("aml", case_.finding)}</Badge>}
        </div>
        <h3 className="font-semibold text-lg leading-6">{case_.summary}</h3>
      </header>
      {case_.is_frozen && (
        <Callout tone="primary" icon={<Snowflake size={18} />} title={t("aml.is_frozen")}>
          {t("aml.frozen_text")}
        </Callout>
      )}
      <FactList
        items={[
          [
            t("column.member"),
            <Link
              key="member"
              to="/members/$id"
              params={{ id: case_.member_id }}
              search={{ tab: "aml" }}
              className="font-medium text-primary hover:underline"
            >
              {case_.username}
              {case_.member_name && ` · ${case_.member_name}`}
            </Link>,
          ],
          [t("aml.assignee"), case_.assignee || t("none")],
          [
            t("aml.due"),
            <Moment
              key="due"
              at={case_.due_at}
              style="full"
              className={case_.is_overdue ? "text-danger" : ""}
            />,
          ],
          [t("column.at"), <Moment key="at" at={case_.opened_at} style="full" />],
        ]}
      />
      {works && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setAsking("close")}>
            {t("aml.close_case")} <Kbd>C</Kbd>
          </Button>
          <Button size="sm" variant="secondary" busy={act.isPending && asking === null} onClick={take}>
            {t("aml.take")} <Kbd>A</Kbd>
          </Button>
          <Button size="sm" variant="secondary" onClick={() => setAsking("note")}>
            {t("aml.note")} <Kbd>N</Kbd>
          </Button>
          <Button size="sm" variant="secondary" onClick={() => setAsking("escalate")}>
            {t("aml.escalate")} <Kbd>U</Kbd>
          </Button>
          {can("aml:freeze") && !case_.is_frozen && (
            <Button
              size="sm"
              variant="secondary"
              className="text-danger!"
              icon={<Snowflake size={15} />}
              onClick={() => setAsking("freeze")}
            >
              {t("aml.freeze")}
            </Button>
          )}
        </div>
      )}
      <Evidence
        evidence={case_.evidence}
        works={works}
        onJudge={(hit, verdict) => setAsking({ hit, verdict })}
      />
      <Section title={t("aml.steps")}>
        <ol className="grid gap-2 text-[0.8125rem]">
          {case_.steps.map((step) => (
            <li key={step.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
              <span>
                <span className="font-medium">{word("aml", step.kind)}</span>{" "}
                <span className="text-muted-foreground">{step.actor_name}</span>
                <span className="block whitespace-pre-wrap break-words">{step.text}</span>
              </span>
              <Moment at={step.at} className="figures text-muted-foreground" />
            </li>
          ))}
        </ol>
      </Section>
      {asking === "close" && (
        <ReasonDialog
          title={t("aml.close_title")}
          confirm={t("aml.close_case")}
          onClose={() => setAsking(null)}
          onSend={(reason) => act.mutateAsync(() => api.closeAmlCase(case_.id, finding, reason))}
        >
          <Field label={t("aml.finding")} hint={t("aml.close_effect")}>
            <Select value={finding} onChange={(event) => setFinding(event.target.value)}>
              {FINDINGS.map((value) => (
                <option key={value} value={value}>
                  {word("aml", value)}
                </option>
              ))}
            </Select>
          </Field>
        </ReasonDialog>
      )}
      {asking === "note" && (
        <ReasonDialog
          title={t("aml.note")}
          label={t("aml.note_label")}
          confirm={t("aml.note_save")}
          onClose={() => setAsking(null)}
          onSend={(text) => act.mutateAsync(() => api.noteAmlCase(case_.id, text))}
        />
      )}
      {asking === "escalate" && (
        <ReasonDialog
          title={t("aml.escalate")}
          confirm={t("aml.escalate")}
          onClose={() => setAsking(null)}
          onSend={(reason) => act.mutateAsync(() => api.escalateAmlCase(case_.id, reason))}
        >
          <p>{t("aml.escalate_effect")}</p>
        </ReasonDialog>
      )}
      {asking === "freeze" && (
        <FreezeDialog
          name={case_.username}
          onClose={() => setAsking(null)}
          onSend={(reason) => act.mutateAsync(() => api.freezeMember(case_.member_id, reason, case_.id))}
        />
      )}
      {asking !== null && typeof asking === "object" && (
        <ReasonDialog
          title={t(asking.verdict === "true" ? "aml.is_member" : "aml.is_not_member")}
          confirm={t("aml.judge")}
          danger={asking.verdict === "true"}
          onClose={() => setAsking(null)}
          onSend={(reason) =>
            act.mutateAsync(() => api.judgeAmlHit(case_.id, asking.hit.id, asking.verdict, reason))
          }
        >
          <p>{t(asking.verdict === "true" ? "aml.true_effect" : "aml.false_effect")}</p>
        </ReasonDialog>
      )}
    </div>
  );
}

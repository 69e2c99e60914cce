import { type Approval, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, useErrorText } from "@stakehouse/kit";
import { Button, Callout, CopyText, Dialog, Field, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MessageSquareText, Users } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { useCan } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";

const REASON_LETTERS = 3;

interface ApprovalPanelProps {
  approval: Approval;
  isOwn: boolean;
  onClose: () => void;
}

/** What is asked, by whom and why; what is approved is exactly what is shown, by its hash. */
export function ApprovalPanel({ approval, isOwn, onClose }: ApprovalPanelProps) {
  const t = useT();
  const word = useWord();
  const can = useCan();
  const waits = approval.status === "waiting";
  const mayDecide = waits && !isOwn && can("approvals:decide");
  return (
    <Dialog
      open
      onClose={onClose}
      title={word("approval_kind", approval.kind)}
      shape="side"
      className="w-[min(34rem,100vw)]!"
    >
      <div className="grid gap-5">
        <div className="grid gap-1">
          <State group="approval_status" value={approval.status} />
          <p className="font-semibold text-lg leading-6">{approval.summary}</p>
          {approval.amount && approval.currency && (
            <Money
              amount={approval.amount}
              currency={approval.currency}
              signed
              className="font-semibold text-2xl leading-9 tracking-tight"
            />
          )}
        </div>
        <Callout icon={<MessageSquareText size={17} />} title={t("approvals.why", { name: approval.maker })}>
          {approval.reason}
        </Callout>
        <FactList
          className="rounded-lg border p-4"
          items={Object.entries(approval.content).map(([name, value]) => [
            <code key={name}>{name}</code>,
            <span key={name} className="wrap-anywhere">
              {typeof value === "string" ? value : JSON.stringify(value)}
            </span>,
          ])}
        />
        <FactList
          items={[
            ...(approval.member_id
              ? [
                  [
                    t("column.member"),
                    <Link
                      key="member"
                      to="/members/$id"
                      params={{ id: approval.member_id }}
                      className="font-medium text-primary hover:underline"
                    >
                      {t("audit.open")}
                    </Link>,
                  ] as const,
                ]
              : []),
            [t("column.at"), <Moment key="at" at={approval.created_at} style="full" />],
            [t("column.expires"), <Moment key="expires" at={approval.expires_at} style="full" />],
            ...(approval.decided_at
              ? [
                  [
                    t("approvals.decided"),
                    <Moment key="decided" at={approval.decided_at} style="full" />,
                  ] as const,
                  [t("approvals.decider"), approval.decider] as const,
                  [t("reason.label"), approval.decision_reason || t("none")] as const,
                ]
              : []),
            ...(approval.quorum > 1
              ? [
                  [
                    t("approvals.so_far"),
                    `${t("approvals.quorum", { done: approval.approved_by.length, needed: approval.quorum })} ${approval.approved_by.join(", ")}`,
                  ] as const,
                ]
              : []),
            [t("approvals.hash"), <CopyText key="hash" text={approval.content_hash} cut={10} />],
          ]}
        />
        {waits && isOwn && (
          <Callout tone="primary" icon={<Users size={17} />} title={t("approvals.own")}>
            <span className="grid justify-items-start gap-3">
              {t("approvals.own_text")}
              <Withdraw approval={approval} onDone={onClose} />
            </span>
          </Callout>
        )}
        {mayDecide && <Decide approval={approval} onDone={onClose} />}
      </div>
    </Dialog>
  );
}

/** Takes back what one asked for oneself. */
function Withdraw({ approval, onDone }: { approval: Approval; onDone: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const withdraw = useMutation({
    mutationFn: () => api.withdrawApproval(approval.id),
    onSuccess: () => {
      toast(t("approvals.withdrawn"), "success");
      onDone();
    },
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["approvals"] }),
  });
  return (
    <Button variant="outline" size="sm" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
      {t("approvals.withdraw")}
    </Button>
  );
}

function Decide({ approval, onDone }: { approval: Approval; onDone: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const decide = useMutation({
    mutationFn: (says: "yes" | "no") =>
      says === "yes"
        ? api.approve(approval.id, approval.content_hash)
        : api.rejectApproval(approval.id, reason.trim()),
    onSuccess: (decided) => {
      toast(t(decided.status === "rejected" ? "approvals.rejected" : "approvals.approved"), "success");
      onDone();
    },
    onError: (failure) => toast(errorText(failure), "danger"),
    // Whatever the answer was, the list now shows what the server holds.
    onSettled: () => {
      for (const key of ["approvals", "dashboard", "member"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });

  function reject() {
    if (reason.trim().length < REASON_LETTERS) setError(t("reason.needed"));
    else decide.mutate("no");
  }

  return (
    <div className="grid gap-4 border-t pt-5">
      <p>{t("approvals.effect")}</p>
      <Field label={t("reason.label")} hint={t("approvals.reason_hint")} error={error}>
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(event) => {
            setReason(event.target.value);
            setError(null);
          }}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          busy={decide.isPending && decide.variables === "yes"}
          disabled={decide.isPending && decide.variables === "no"}
          onClick={() => decide.mutate("yes")}
        >
          {t("approvals.approve")}
        </Button>
        <Button
          variant="outline"
          busy={decide.isPending && decide.variables === "no"}
          disabled={decide.isPending && decide.variables === "yes"}
          onClick={reject}
        >
          {t("approvals.reject")}
        </Button>
      </div>
    </div>
  );
}

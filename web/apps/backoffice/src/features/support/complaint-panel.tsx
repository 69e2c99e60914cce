import { houseApi, type StaffCase } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Badge, Button, cx, Dialog, Field, Select, Skeleton, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Can } from "~/app/permissions";
import { saveFile } from "~/list/csv";

const OUTCOMES = ["upheld", "partly_upheld", "rejected"] as const;
const REASON_LETTERS = 3;

/** One complaint beside the list: all that was said, and what the house does now. */
export function ComplaintPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ["complaint", id],
    queryFn: () => houseApi.complaint(id),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={data ? t("complaint.number", { number: String(data.complaint.number) }) : t("nav.complaints")}
      shape="side"
      className="w-[min(38rem,100vw)]!"
    >
      {data ? (
        <Case found={data} />
      ) : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-64" />
      )}
    </Dialog>
  );
}

function Case({ found: { complaint, entries } }: { found: StaffCase }) {
  const t = useT();
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone="neutral">{t(`complaint.status.${complaint.status}`)}</Badge>
        {complaint.is_overdue && <Badge tone="danger">{t("complaints.overdue")}</Badge>}
        {complaint.outcome && <Badge tone="primary">{t(`complaint.outcome.${complaint.outcome}`)}</Badge>}
      </div>
      <p className="font-semibold text-lg leading-6">{complaint.subject}</p>
      <FactList
        items={[
          [
            t("column.member"),
            <Link
              key="member"
              to="/members/$id"
              params={{ id: complaint.member.member_id }}
              className="underline"
            >
              {complaint.member.username}
            </Link>,
          ],
          [t("complaint.category"), t(`complaint.category.${complaint.category}`)],
          [t("complaints.owner"), complaint.owner || t("none")],
          [t("complaints.acknowledge_by"), <Moment key="ack" at={complaint.acknowledge_by} />],
          [t("complaint.answer_by"), <Moment key="answer" at={complaint.answer_by} />],
          [t("complaints.keep_until"), <Moment key="keep" at={complaint.keep_until} style="date" />],
        ]}
      />
      <ol className="grid gap-3">
        {entries.map((entry) => (
          <li
            key={entry.id}
            className={cx(
              "grid gap-1 rounded-lg border p-3",
              entry.kind === "answer" && "bg-primary-soft",
              entry.kind === "note" && "border-dashed bg-warning-soft",
              entry.kind === "step" && "border-dashed text-muted-foreground text-sm",
            )}
          >
            <p className="text-muted-foreground text-xs">
              {entry.author} · {t(`complaints.entry.${entry.kind}`)} · <Moment at={entry.at} />
            </p>
            <p className="whitespace-pre-wrap break-words">{entry.text}</p>
          </li>
        ))}
      </ol>
      <Can permission="support:handle">
        <Acts found={complaint} />
      </Can>
    </div>
  );
}

function Acts({ found }: { found: StaffCase["complaint"] }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState<string>("upheld");
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: () => setText(""),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["complaint", found.id] });
      await queries.invalidateQueries({ queryKey: ["complaints"] });
    },
  });
  const words = text.trim();
  const isOpen = found.status !== "closed";
  return (
    <div className="grid gap-3 border-t pt-4">
      {isOpen && (
        <>
          <Field label={t("complaints.words")} hint={t("complaints.words_hint")}>
            <Textarea
              value={text}
              maxLength={4000}
              rows={4}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <Field label={t("complaints.outcome")}>
            <Select value={outcome} onChange={(event) => setOutcome(event.target.value)}>
              {OUTCOMES.map((each) => (
                <option key={each} value={each}>
                  {t(`complaint.outcome.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {isOpen && (
          <>
            <Button
              disabled={!words}
              busy={act.isPending}
              onClick={() => act.mutate(() => houseApi.answerComplaint(found.id, words, outcome))}
            >
              {t("complaints.answer")}
            </Button>
            <Button
              variant="secondary"
              disabled={!words}
              onClick={() => act.mutate(() => houseApi.noteComplaint(found.id, words))}
            >
              {t("complaints.note")}
            </Button>
            {!found.acknowledged_at && (
              <Button variant="secondary" onClick={() => act.mutate(() => houseApi.takeComplaint(found.id))}>
                {t("complaints.take")}
              </Button>
            )}
            {found.answered_at && (
              <Button
                variant="ghost"
                disabled={words.length < REASON_LETTERS}
                onClick={() => act.mutate(() => houseApi.closeComplaint(found.id, words))}
              >
                {t("complaints.close")}
              </Button>
            )}
          </>
        )}
        <Button
          variant="ghost"
          onClick={() =>
            act.mutate(async () =>
              saveFile(`complaint-${found.number}.zip`, await houseApi.exportComplaint(found.id)),
            )
          }
        >
          {t("complaints.export")}
        </Button>
      </div>
    </div>
  );
}

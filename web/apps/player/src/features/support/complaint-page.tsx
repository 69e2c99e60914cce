import { complaintsApi } from "@stakehouse/api/complaints";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Card, ConfirmDialog, cx, Field, Skeleton, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "~/app/page";

const route = getRouteApi("/member/account/complaints/$id");

/** One complaint: what was said, and what one can do now. */
export default function ComplaintPage() {
  const t = useT();
  const { id } = route.useParams();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [text, setText] = useState("");
  const [escalating, setEscalating] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["complaints", id],
    queryFn: () => complaintsApi.one(id),
  });
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSuccess: () => setText(""),
    onSettled: async () => {
      setEscalating(false);
      await queries.invalidateQueries({ queryKey: ["complaints"] });
    },
  });
  if (!data)
    return (
      <Page title={t("complaint.title")} narrow>
        {error ? <QueryError error={error} onRetry={() => void refetch()} /> : <Skeleton className="h-64" />}
      </Page>
    );
  const { complaint, entries, dispute_body: body } = data;
  const isOpen = complaint.status !== "closed";
  return (
    <Page
      title={t("complaint.number", { number: String(complaint.number) })}
      lead={complaint.subject}
      narrow
      aside={<Badge tone="neutral">{t(`complaint.status.${complaint.status}`)}</Badge>}
    >
      {complaint.due_at && (
        <p className="text-muted-foreground text-sm">
          {t("complaint.answer_by")} <Moment at={complaint.answer_by} style="full" />
        </p>
      )}
      {complaint.outcome && <p className="font-semibold">{t(`complaint.outcome.${complaint.outcome}`)}</p>}
      <ol className="grid gap-3">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Card
              className={cx(
                "grid gap-1 p-4",
                entry.kind === "answer" && "bg-primary-soft",
                entry.kind === "step" && "border-dashed text-muted-foreground text-sm",
              )}
            >
              <p className="text-muted-foreground text-sm">
                {entry.author} · <Moment at={entry.at} />
              </p>
              <p className="whitespace-pre-wrap break-words">{entry.text}</p>
            </Card>
          </li>
        ))}
      </ol>
      {isOpen && (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) act.mutate(() => complaintsApi.write(id, text.trim()));
          }}
        >
          <Field label={t("complaint.reply")}>
            <Textarea
              value={text}
              maxLength={4000}
              rows={4}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" busy={act.isPending} disabled={!text.trim()}>
              {t("complaint.send")}
            </Button>
            {complaint.status === "answered" && (
              <Button variant="secondary" onClick={() => act.mutate(() => complaintsApi.accept(id))}>
                {t("complaint.accept")}
              </Button>
            )}
            {data.may_escalate && (
              <Button variant="ghost" onClick={() => setEscalating(true)}>
                {t("complaint.escalate")}
              </Button>
            )}
          </div>
        </form>
      )}
      <ConfirmDialog
        open={escalating}
        onClose={() => setEscalating(false)}
        onConfirm={() => act.mutate(() => complaintsApi.escalate(id))}
        busy={act.isPending}
        title={t("complaint.escalate")}
        confirm={t("complaint.escalate")}
      >
        <p>{t("complaint.escalate_text")}</p>
        {body.name && <p className="font-semibold">{body.name}</p>}
        {body.url && (
          <a href={body.url} rel="noreferrer" target="_blank" className="underline">
            {body.url}
          </a>
        )}
      </ConfirmDialog>
    </Page>
  );
}

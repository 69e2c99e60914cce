import { Intent } from "@stakehouse/api";
import { complaintsApi, type NewComplaint } from "@stakehouse/api/complaints";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useForm } from "@stakehouse/kit";
import {
  Badge,
  Button,
  Callout,
  Card,
  Dialog,
  EmptyState,
  Field,
  Input,
  Select,
  Skeleton,
  Textarea,
  toast,
} from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert, MessageSquareWarning } from "lucide-react";
import { useRef, useState } from "react";
import { Page } from "~/app/page";

const CATEGORIES = [
  "payment",
  "game",
  "bonus",
  "account",
  "verification",
  "safer_gambling",
  "staff",
  "other",
] as const;

/** All one's complaints, and the way to file another. */
export default function ComplaintsPage() {
  const t = useT();
  const [filing, setFiling] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ["complaints"], queryFn: complaintsApi.list });
  return (
    <Page
      title={t("complaint.title")}
      lead={t("complaint.lead")}
      narrow
      aside={<Button onClick={() => setFiling(true)}>{t("complaint.file")}</Button>}
    >
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24" />}
      {data?.items.length === 0 && (
        <EmptyState icon={<MessageSquareWarning size={22} />} title={t("complaint.none")}>
          {t("complaint.none_text")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {data?.items.map((each) => (
          <li key={each.id}>
            <Card className="p-0">
              <Link
                to="/account/complaints/$id"
                params={{ id: each.id }}
                className="grid gap-1 rounded-xl p-4 hover:bg-muted"
              >
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-semibold">
                    {t("complaint.number", { number: String(each.number) })}
                  </span>
                  <Badge tone={each.status === "answered" ? "primary" : "neutral"}>
                    {t(`complaint.status.${each.status}`)}
                  </Badge>
                </span>
                <span className="truncate">{each.subject}</span>
                <span className="text-muted-foreground text-sm">
                  {each.due_at ? t("complaint.answer_by") : t("complaint.changed")}{" "}
                  <Moment at={each.due_at ? each.answer_by : each.updated_at} />
                </span>
              </Link>
            </Card>
          </li>
        ))}
      </ul>
      {filing && <FileDialog onClose={() => setFiling(false)} />}
    </Page>
  );
}

function FileDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const intent = useRef(new Intent());
  const form = useForm({
    initial: { category: "payment" as NewComplaint["category"], subject: "", text: "" },
    validate: (values) => ({
      subject: values.subject.trim().length < 3 ? t("complaint.subject_needed") : undefined,
      text: values.text.trim() ? undefined : t("complaint.text_needed"),
    }),
    submit: async (values) => {
      const filed = await complaintsApi.file(values, intent.current);
      toast(t("complaint.filed", { number: String(filed.number) }), "success");
      await queries.invalidateQueries({ queryKey: ["complaints"] });
      await navigate({ to: "/account/complaints/$id", params: { id: filed.id } });
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("complaint.file")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("complaint.send")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <Field label={t("complaint.category")}>
          <Select
            name="category"
            value={form.values.category}
            onChange={(event) => form.set("category", event.target.value as NewComplaint["category"])}
          >
            {CATEGORIES.map((each) => (
              <option key={each} value={each}>
                {t(`complaint.category.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("complaint.subject")} error={form.errors.subject}>
          <Input {...form.text("subject")} maxLength={120} data-autofocus="" />
        </Field>
        <Field label={t("complaint.text")} hint={t("complaint.text_hint")} error={form.errors.text}>
          <Textarea {...form.text("text")} maxLength={4000} rows={6} />
        </Field>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

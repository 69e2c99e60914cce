import { houseApi, type Pack } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText, useForm } from "@stakehouse/kit";
import {
  Button,
  Callout,
  CopyText,
  Dialog,
  EmptyState,
  Field,
  Input,
  Progress,
  Skeleton,
  Textarea,
  toast,
} from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CircleAlert, FileArchive } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Can, Gate } from "~/app/permissions";

const BUILDING_MS = 1_000;
const REASON_LETTERS = 3;

const route = getRouteApi("/desk/evidence");

/** Evidence packs: asked for, built in the background, downloaded by links that end. */
export default function EvidencePage() {
  return (
    <Gate permission="evidence:view">
      <Evidence />
    </Gate>
  );
}

function Evidence() {
  const t = useT();
  const { member_id } = route.useSearch();
  const [asking, setAsking] = useState(Boolean(member_id));
  const { data, error, refetch } = useQuery({
    queryKey: ["evidence"],
    queryFn: () => houseApi.packs({}),
    refetchInterval: ({ state }) =>
      state.data?.items.some((pack) => pack.status === "waiting" || pack.status === "building")
        ? BUILDING_MS
        : false,
  });
  return (
    <Page
      title={t("nav.evidence")}
      actions={
        <Can permission="evidence:build">
          <Button size="sm" onClick={() => setAsking(true)}>
            {t("evidence.ask")}
          </Button>
        </Can>
      }
    >
      <p className="max-w-2xl text-muted-foreground">{t("evidence.lead")}</p>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      {data?.items.length === 0 && (
        <EmptyState icon={<FileArchive size={22} />} title={t("evidence.none")}>
          {t("evidence.none_text")}
        </EmptyState>
      )}
      <ul className="grid gap-4 xl:grid-cols-2">
        {data?.items.map((pack) => (
          <li key={pack.id}>
            <PackCard pack={pack} />
          </li>
        ))}
      </ul>
      {asking && <AskDialog memberId={member_id ?? ""} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function PackCard({ pack }: { pack: Pack }) {
  const t = useT();
  const errorText = useErrorText();
  const download = useMutation({
    mutationFn: () => houseApi.downloadPack(pack.id),
    onSuccess: ({ url }) => location.assign(url),
    onError: (error) => toast(errorText(error), "danger"),
  });
  const isBuilding = pack.status === "waiting" || pack.status === "building";
  return (
    <section className="grid gap-4 rounded-xl border p-5" aria-label={pack.reason}>
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{pack.reason}</h2>
        {pack.status === "ready" && (
          <Button size="sm" busy={download.isPending} onClick={() => download.mutate()}>
            {t("evidence.download")}
          </Button>
        )}
        {pack.status === "failed" && <span className="text-danger">{t("evidence.failed")}</span>}
      </header>
      {isBuilding && (
        <div role="status" className="grid gap-1">
          <Progress
            label={t("evidence.building", { done: String(pack.done), parts: String(pack.parts) })}
            value={pack.done / pack.parts}
          />
        </div>
      )}
      <FactList
        items={[
          [t("evidence.about"), pack.member_id ?? t("evidence.everybody")],
          [
            t("evidence.time"),
            <span key="time">
              <Moment at={pack.from} /> – <Moment at={pack.to} />
            </span>,
          ],
          [t("evidence.asked"), pack.asked_by],
          ...(pack.ready_at
            ? [
                [t("evidence.files"), String(pack.files)] as [string, string],
                [t("evidence.hash"), <CopyText key="hash" text={pack.manifest_sha256} />] as [
                  string,
                  ReactNode,
                ],
              ]
            : []),
        ]}
      />
    </section>
  );
}

function AskDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { member_id: memberId, from: "", to: "", reason: "" },
    validate: (values) => ({
      member_id: values.member_id || values.from ? undefined : t("evidence.needs"),
      reason: values.reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async (values) => {
      await houseApi.askForPack({
        ...(values.member_id ? { member_id: values.member_id.trim() } : {}),
        ...(values.from ? { from: `${values.from}T00:00:00Z` } : {}),
        ...(values.to ? { to: `${values.to}T00:00:00Z` } : {}),
        reason: values.reason.trim(),
      });
      await queries.invalidateQueries({ queryKey: ["evidence"] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("evidence.ask")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("evidence.build")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p>{t("evidence.what")}</p>
        <Field label={t("evidence.member")} hint={t("evidence.member_hint")} error={form.errors.member_id}>
          <Input {...form.text("member_id")} />
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("evidence.from")}>
            <Input {...form.text("from")} type="date" />
          </Field>
          <Field label={t("evidence.to")}>
            <Input {...form.text("to")} type="date" />
          </Field>
        </div>
        <Field label={t("reason.label")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} data-autofocus="" />
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

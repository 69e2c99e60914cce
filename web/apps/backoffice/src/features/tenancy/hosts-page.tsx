import { type Host, houseApi } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import {
  Badge,
  Button,
  CopyText,
  Dialog,
  EmptyState,
  Field,
  Input,
  Skeleton,
  Textarea,
  toast,
} from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { type FormEvent, useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { toneOf } from "~/app/tone";

const REASON_LETTERS = 3;

/** The names the house answers to. */
export default function HostsPage() {
  return (
    <Gate permission="settings:view">
      <Hosts />
    </Gate>
  );
}

function Hosts() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const hosts = useQuery({ queryKey: ["hosts"], queryFn: houseApi.hosts });
  const claim = useMutation({
    mutationFn: () => houseApi.claimHost(name.trim()),
    onSuccess: async () => {
      setName("");
      await queries.invalidateQueries({ queryKey: ["hosts"] });
    },
    onError: (failure) => setError(errorText(failure)),
  });

  function send(event: FormEvent) {
    event.preventDefault();
    if (name.trim()) claim.mutate();
  }

  return (
    <Page title={t("nav.hosts")}>
      <p className="max-w-2xl text-muted-foreground">{t("hosts.lead")}</p>
      <Can permission="settings:edit">
        <form onSubmit={send} className="flex max-w-xl flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1">
            <Field label={t("hosts.add")} error={error}>
              <Input
                value={name}
                placeholder="play.example.com"
                autoCapitalize="none"
                onChange={(event) => {
                  setName(event.target.value);
                  setError(null);
                }}
              />
            </Field>
          </div>
          <Button type="submit" busy={claim.isPending}>
            {t("hosts.claim")}
          </Button>
        </form>
      </Can>
      {hosts.error && !hosts.data && <QueryError error={hosts.error} onRetry={() => void hosts.refetch()} />}
      {!hosts.data && !hosts.error && <Skeleton className="h-40" />}
      {hosts.data?.items.length === 0 && (
        <EmptyState icon={<Globe size={22} />} title={t("hosts.none")}>
          {t("hosts.none_text")}
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {hosts.data?.items.map((host) => (
          <li key={host.host}>
            <HostCard host={host} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function HostCard({ host }: { host: Host }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [removing, setRemoving] = useState(false);
  const [reason, setReason] = useState("");
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: async () => {
      setRemoving(false);
      await queries.invalidateQueries({ queryKey: ["hosts"] });
    },
  });
  return (
    <section aria-label={host.host} className="grid gap-4 rounded-xl border p-5">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="break-all font-semibold">{host.host}</h2>
        <Badge tone={toneOf(host.status)}>{t(`hosts.status.${host.status}`)}</Badge>
      </header>
      {host.record && host.status !== "active" && (
        <div className="grid gap-2 rounded-lg bg-muted p-4">
          <p>{t("hosts.publish")}</p>
          <FactList
            items={[
              [t("hosts.record_name"), <CopyText key="n" text={host.record.name} />],
              [t("hosts.record_type"), host.record.type],
              [t("hosts.record_value"), <CopyText key="v" text={host.record.value} />],
            ]}
          />
          {host.detail && <p className="text-warning">{host.detail}</p>}
        </div>
      )}
      <FactList
        items={[
          [t("hosts.checked"), host.checked_at ? <Moment key="c" at={host.checked_at} /> : t("none")],
          [t("hosts.certificate"), t(`hosts.certificate.${host.certificate}`)],
        ]}
      />
      <Can permission="settings:edit">
        <div className="flex flex-wrap gap-2">
          {host.record && (
            <Button
              size="sm"
              variant="secondary"
              busy={act.isPending}
              onClick={() => act.mutate(() => houseApi.checkHost(host.host))}
            >
              {t("hosts.check")}
            </Button>
          )}
          {host.status === "verified" && (
            <Button size="sm" onClick={() => act.mutate(() => houseApi.activateHost(host.host))}>
              {t("hosts.activate")}
            </Button>
          )}
          <Button size="sm" variant="ghost" onClick={() => setRemoving(true)}>
            {t("hosts.remove")}
          </Button>
        </div>
      </Can>
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={t("hosts.remove")}
        footer={
          <Button
            variant="danger"
            disabled={reason.trim().length < REASON_LETTERS}
            onClick={() => act.mutate(() => houseApi.removeHost(host.host, reason.trim()))}
          >
            {t("hosts.remove")}
          </Button>
        }
      >
        <div className="grid gap-4">
          <p>{t("hosts.remove_what", { host: host.host })}</p>
          <Field label={t("reason.label")}>
            <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </div>
      </Dialog>
    </section>
  );
}

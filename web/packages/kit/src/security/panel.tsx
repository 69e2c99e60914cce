import type { ApiClient } from "@stakehouse/api";
import type { AddedFactor, AuthenticatorKey } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Button, Callout, ConfirmDialog, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { QueryError, useErrorText } from "../query";
import { securityCalls } from "./calls";
import { FactorCard, type Kind, Row } from "./factor-card";
import { Passkeys } from "./passkeys";
import { RecoveryCodesDialog } from "./recovery-codes";
import { AppDialog, PhoneDialog } from "./set-up";

const NONE: string[] = [];

/** A person's second factors: what is set up, setting up more, taking away. */
export function SecurityPanel({ client }: { client: ApiClient }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const calls = securityCalls(client);
  const { data, error, refetch } = useQuery({ queryKey: ["security"], queryFn: calls.security });
  const [app, setApp] = useState<AuthenticatorKey | null>(null);
  const [addsPhone, setAddsPhone] = useState(false);
  const [removing, setRemoving] = useState<{ name: string; act: () => Promise<void> } | null>(null);
  const [codes, setCodes] = useState(NONE);
  const [renews, setRenews] = useState(false);
  const [changed, setChanged] = useState(false);
  const [pressed, setPressed] = useState<Kind | null>(null);

  async function refresh() {
    setChanged(true);
    // The token says how the person proved themselves; a new one knows of the new factor.
    await client.refresh();
    await queries.invalidateQueries();
  }

  function added({ recovery_codes }: AddedFactor) {
    setApp(null);
    setAddsPhone(false);
    setCodes(recovery_codes);
    toast(t("security.added"), "success");
    void refresh();
  }

  const act = useMutation({
    mutationFn: (run: () => Promise<void>) => run(),
    onError: (failure) => {
      // An open dialog says it itself.
      if (!renews && !removing) toast(errorText(failure), "danger");
    },
  });
  const failure = act.error && errorText(act.error);

  const setUp: Record<Kind, () => Promise<void>> = {
    totp: async () => setApp(await calls.beginApp()),
    sms: async () => setAddsPhone(true),
    email: async () => added(await calls.addEmail()),
  };

  function remove(name: string, run: () => Promise<void>) {
    act.reset();
    setRemoving({ name, act: run });
  }

  if (error && !data) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const kinds = (["totp", "sms", "email"] as const).filter((kind) => kind !== "sms" || data.sends_sms);
  const isBare = data.factors.length + data.passkeys.length === 0;
  return (
    <div className="grid gap-4">
      {isBare && (
        <Callout
          tone="warning"
          icon={<ShieldAlert size={18} />}
          title={data.is_mandatory ? t("security.mandatory.title") : undefined}
        >
          {t(data.is_mandatory ? "security.mandatory.text" : "security.none")}
        </Callout>
      )}
      {changed && (
        <Others
          onEnd={async () => {
            try {
              const { sessions_ended } = await calls.endOthers();
              toast(t("security.others.done", { count: sessions_ended }), "success");
              setChanged(false);
            } catch (failure) {
              toast(errorText(failure), "danger");
            }
          }}
        />
      )}
      {kinds.map((kind) => (
        <FactorCard
          key={kind}
          kind={kind}
          security={data}
          busy={act.isPending && pressed === kind}
          onSetUp={() => {
            setPressed(kind);
            act.mutate(setUp[kind]);
          }}
          onRemove={() => remove(t(`security.${kind}`), () => calls.removeFactor(kind))}
        />
      ))}
      <Passkeys
        security={data}
        calls={calls}
        onAdded={added}
        onRenamed={() => void queries.invalidateQueries({ queryKey: ["security"] })}
        onRemove={({ id, name }) => remove(name, () => calls.removePasskey(id))}
      />
      {!isBare && (
        <Row icon={<KeyRound size={20} />} title={t("security.codes")}>
          <p className="text-muted-foreground text-sm">
            {t("security.codes.text", { left: data.recovery_codes_left })}
          </p>
          <Button
            variant="outline"
            size="sm"
            onClick={() => {
              act.reset();
              setRenews(true);
            }}
          >
            {t("security.codes.renew")}
          </Button>
        </Row>
      )}
      <AppDialog app={app} calls={calls} onClose={() => setApp(null)} onAdded={added} />
      <PhoneDialog open={addsPhone} calls={calls} onClose={() => setAddsPhone(false)} onAdded={added} />
      <RecoveryCodesDialog codes={codes} onClose={() => setCodes(NONE)} />
      <ConfirmDialog
        open={renews}
        onClose={() => setRenews(false)}
        onConfirm={() =>
          act.mutate(async () => {
            const made = await calls.renewCodes();
            setRenews(false);
            setCodes(made.recovery_codes);
            await queries.invalidateQueries({ queryKey: ["security"] });
          })
        }
        title={t("security.codes.renew")}
        confirm={t("security.codes.renew")}
        busy={act.isPending}
        failure={failure}
      >
        {t("security.codes.renew.sure")}
      </ConfirmDialog>
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() =>
          act.mutate(async () => {
            await removing?.act();
            setRemoving(null);
            toast(t("security.remove.done"), "success");
            await refresh();
          })
        }
        title={t("security.remove.title", { factor: removing?.name ?? "" })}
        confirm={t("security.remove")}
        danger
        busy={act.isPending}
        failure={failure}
      >
        {t("security.remove.text")}
      </ConfirmDialog>
    </div>
  );
}

function Others({ onEnd }: { onEnd: () => Promise<void> }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  async function end() {
    setBusy(true);
    await onEnd().finally(() => setBusy(false));
  }
  return (
    <Callout tone="primary" title={t("security.others.title")}>
      <p>{t("security.others.text")}</p>
      <Button variant="outline" size="sm" className="mt-3" busy={busy} onClick={() => void end()}>
        {t("security.others.end")}
      </Button>
    </Callout>
  );
}

function Waiting() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-28 rounded-xl" />
      <Skeleton className="h-28 rounded-xl" />
      <Skeleton className="h-28 rounded-xl" />
    </div>
  );
}

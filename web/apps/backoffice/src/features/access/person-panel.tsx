import { api, type StaffPerson } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Dialog, Field, Input, Select, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "~/app/permissions";
import { permissionsQuery, rolesQuery } from "~/app/queries";

const REASON_LETTERS = 3;

/** One person of the team: what they hold and until when, their exceptions, where they are signed in. */
export function PersonPanel({ person, onClose }: { person: StaffPerson; onClose: () => void }) {
  const t = useT();
  const can = useCan();
  const { act, busy } = useAct();
  const { data: sessions } = useQuery({
    queryKey: ["staff", person.user_id, "sessions"],
    queryFn: () => api.staffSessions(person.user_id),
  });
  return (
    <Dialog open onClose={onClose} title={person.name} shape="side" className="w-[min(34rem,100vw)]!">
      <div className="grid gap-6">
        <p className="text-muted-foreground text-sm">{person.email}</p>
        <section className="grid gap-2">
          <h3 className="font-semibold">{t("team.roles")}</h3>
          {person.grants.map((grant) => (
            <div key={grant.id} className="flex flex-wrap items-center gap-2 rounded-lg border p-3 text-sm">
              <span className="font-medium">{grant.title}</span>
              <Badge tone="neutral">{t("team.scope", { kind: grant.scope.kind })}</Badge>
              {grant.expires_at && (
                <span className="text-muted-foreground">
                  {t("team.until")} <Moment at={grant.expires_at} style="full" />
                </span>
              )}
              {can("team:remove") && (
                <Button
                  className="ml-auto"
                  size="sm"
                  variant="outline"
                  busy={busy}
                  onClick={() => act(() => api.revokeGrant(person.user_id, grant.id), t("team.revoked"))}
                >
                  {t("team.revoke")}
                </Button>
              )}
            </div>
          ))}
          {can("team:invite") && <GrantForm person={person} />}
        </section>
        <section className="grid gap-2">
          <h3 className="font-semibold">{t("team.exceptions_title")}</h3>
          {person.overrides.map((each) => (
            <div key={each.id} className="flex flex-wrap items-center gap-2 rounded-lg border p-3 text-sm">
              <Badge tone={each.effect === "deny" ? "danger" : "success"}>
                {t(each.effect === "deny" ? "team.denied" : "team.allowed")}
              </Badge>
              <code className="text-xs">{each.permission}</code>
              <span className="text-muted-foreground">{each.reason}</span>
              {can("roles:edit") && (
                <Button
                  className="ml-auto"
                  size="sm"
                  variant="outline"
                  busy={busy}
                  onClick={() => act(() => api.liftOverride(person.user_id, each.id), t("team.lifted"))}
                >
                  {t("team.lift")}
                </Button>
              )}
            </div>
          ))}
          {can("roles:edit") && <OverrideForm person={person} />}
        </section>
        <section className="grid gap-2">
          <h3 className="font-semibold">{t("team.sessions")}</h3>
          {sessions?.items.length === 0 && (
            <p className="text-muted-foreground text-sm">{t("team.no_sessions")}</p>
          )}
          {sessions?.items.map((session) => (
            <p key={session.id} className="text-sm">
              {session.device || t("none")} · {session.address} ·{" "}
              <RelativeTime at={session.last_seen_at} className="text-muted-foreground" />
            </p>
          ))}
        </section>
        {can("team:remove") && <Leave person={person} onGone={onClose} />}
      </div>
    </Dialog>
  );
}

/** Runs an act on the team, says how it went and shows what is true then. */
function useAct() {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const run = useMutation({
    mutationFn: ({ call }: { call: () => Promise<unknown>; done: string }) => call(),
    onSuccess: (_, { done }) => toast(done, "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  return {
    act: (call: () => Promise<unknown>, done: string) => run.mutateAsync({ call, done }).catch(() => null),
    busy: run.isPending,
  };
}

function GrantForm({ person }: { person: StaffPerson }) {
  const t = useT();
  const { act, busy } = useAct();
  const { data: roles } = useQuery(rolesQuery);
  const [role, setRole] = useState("support");
  const [until, setUntil] = useState("");
  return (
    <div className="grid gap-3 rounded-lg bg-muted/50 p-3 sm:grid-cols-2">
      <Field label={t("team.role")}>
        <Select compact value={role} onChange={(event) => setRole(event.target.value)}>
          {roles?.items.map((each) => (
            <option key={each.role} value={each.role}>
              {each.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("team.ends")}>
        <Input type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />
      </Field>
      <Button
        size="sm"
        className="justify-self-start"
        busy={busy}
        onClick={() =>
          act(
            () =>
              api.grantRole(person.user_id, {
                role,
                expires_at: until ? new Date(until).toISOString() : null,
                reason: "",
              }),
            t("team.granted"),
          )
        }
      >
        {t("team.grant")}
      </Button>
    </div>
  );
}

function OverrideForm({ person }: { person: StaffPerson }) {
  const t = useT();
  const { act, busy } = useAct();
  const { data: catalogue } = useQuery(permissionsQuery);
  const [permission, setPermission] = useState("members:view");
  const [effect, setEffect] = useState<"allow" | "deny">("deny");
  const [reason, setReason] = useState("");
  return (
    <div className="grid gap-3 rounded-lg bg-muted/50 p-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("team.effect")}>
          <Select
            compact
            value={effect}
            onChange={(event) => setEffect(event.target.value === "allow" ? "allow" : "deny")}
          >
            <option value="deny">{t("team.deny")}</option>
            <option value="allow">{t("team.allow")}</option>
          </Select>
        </Field>
        <Field label={t("roles.permission")}>
          <Select compact value={permission} onChange={(event) => setPermission(event.target.value)}>
            {catalogue?.items.map((each) => (
              <option key={each.permission}>{each.permission}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t("reason.label")}>
        <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button
        size="sm"
        className="justify-self-start"
        busy={busy}
        disabled={reason.trim().length < REASON_LETTERS}
        onClick={() =>
          act(
            () => api.setOverride(person.user_id, { permission, effect, reason: reason.trim() }),
            t("team.exception_made"),
          )
        }
      >
        {t("team.make_exception")}
      </Button>
    </div>
  );
}

function Leave({ person, onGone }: { person: StaffPerson; onGone: () => void }) {
  const t = useT();
  const { act, busy } = useAct();
  const [reason, setReason] = useState("");
  const ready = reason.trim().length >= REASON_LETTERS;
  return (
    <section className="grid gap-3 border-t pt-5">
      <p className="text-sm">{t("team.leave_text")}</p>
      <Field label={t("reason.label")}>
        <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="outline"
          size="sm"
          disabled={!ready}
          busy={busy}
          onClick={() => act(() => api.signStaffOut(person.user_id, reason.trim()), t("team.signed_out"))}
        >
          {t("team.sign_out")}
        </Button>
        <Button
          variant="danger"
          size="sm"
          disabled={!ready}
          busy={busy}
          onClick={async () => {
            const gone = await act(() => api.removeStaff(person.user_id, reason.trim()), t("team.removed"));
            if (gone !== null) onGone();
          }}
        >
          {t("team.remove")}
        </Button>
      </div>
    </section>
  );
}

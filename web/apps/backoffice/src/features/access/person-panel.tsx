import { api, type StaffPerson } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, RelativeTime } from "@stakehouse/kit";
import { Badge, Button, Dialog } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Device } from "~/app/device";
import { useCan } from "~/app/permissions";
import { ResetFactors } from "~/app/reset-factors";
import { GrantForm, OverrideForm } from "./person-forms";
import { Leave } from "./person-leaves";
import { useAct } from "./use-act";

/** One person of the team: what they hold and until when, their exceptions, where they are signed in. */
export function PersonPanel({ person, onClose }: { person: StaffPerson; onClose: () => void }) {
  const t = useT();
  const can = useCan();
  const { act, busy } = useAct();
  const [resetting, setResetting] = useState(false);
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
              <Device agent={session.device} /> · {session.address} ·{" "}
              <RelativeTime at={session.last_seen_at} className="text-muted-foreground" />
            </p>
          ))}
        </section>
        {can("team:remove") && (
          <section className="grid justify-items-start gap-2 border-t pt-5">
            <h3 className="font-semibold">{t("factors.staff_title")}</h3>
            <p className="text-sm">{t("factors.second_person")}</p>
            <Button size="sm" variant="outline" onClick={() => setResetting(true)}>
              {t("factors.open")}
            </Button>
          </section>
        )}
        {can("team:remove") && <Leave person={person} onGone={onClose} />}
        {resetting && (
          <ResetFactors
            whose="staff"
            person={{ id: person.user_id, name: person.name }}
            onClose={() => setResetting(false)}
          />
        )}
      </div>
    </Dialog>
  );
}

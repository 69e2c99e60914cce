import { api, type StaffPerson } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Avatar, Badge, Button, EmptyState, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MailPlus, Users } from "lucide-react";
import { useState } from "react";
import { Page } from "~/app/page";
import { Can, Gate, useCan } from "~/app/permissions";
import { InviteDialog } from "./invite-dialog";
import { PersonPanel } from "./person-panel";

/** Who works for the house, what they hold, and who was asked to join. */
export default function TeamPage() {
  return (
    <Gate permission="team:view">
      <Team />
    </Gate>
  );
}

function Team() {
  const t = useT();
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({ queryKey: ["staff"], queryFn: api.staff });
  const person = data?.items.find((each) => each.user_id === chosen);
  return (
    <Page
      title={t("nav.team")}
      actions={
        <Can permission="team:invite">
          <Button size="sm" icon={<MailPlus size={16} />} onClick={() => setInviting(true)}>
            {t("team.invite")}
          </Button>
        </Can>
      }
    >
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-80 w-full" />
      ) : data.items.length === 0 ? (
        <EmptyState icon={<Users size={22} />} title={t("team.empty")} />
      ) : (
        <ul aria-label={t("team.people")} className="grid grid-cols-1 gap-3 xl:grid-cols-2">
          {data.items.map((each) => (
            <li key={each.user_id}>
              <Person person={each} onOpen={() => setChosen(each.user_id)} />
            </li>
          ))}
        </ul>
      )}
      <Invitations />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {person && <PersonPanel person={person} onClose={() => setChosen(null)} />}
    </Page>
  );
}

function Person({ person, onOpen }: { person: StaffPerson; onOpen: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full items-center gap-3 rounded-xl border bg-card p-4 text-start hover:border-primary"
    >
      <Avatar name={person.name} />
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{person.name}</span>
        <span className="truncate text-[0.8125rem] text-muted-foreground">{person.email}</span>
      </span>
      <span className="flex flex-wrap justify-end gap-1">
        {person.grants.map((grant) => (
          <Badge key={grant.id} tone={grant.expires_at ? "warning" : "neutral"}>
            {grant.title}
          </Badge>
        ))}
        {person.overrides.length > 0 && (
          <Badge tone="primary">{t("team.exceptions", { count: person.overrides.length })}</Badge>
        )}
        {person.grants.length === 0 && (
          <span className="text-muted-foreground text-xs">{t("team.no_role")}</span>
        )}
      </span>
    </button>
  );
}

function Invitations() {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data } = useQuery({ queryKey: ["invitations"], queryFn: api.invitations });
  const withdraw = useMutation({
    mutationFn: api.withdrawInvitation,
    onSuccess: () => toast(t("team.withdrawn"), "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["invitations"] }),
  });
  if (!data?.items.length) return null;
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t("team.invited")}</h2>
      <ul className="grid gap-2">
        {data.items.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-3 rounded-lg border p-3 text-sm">
            <span className="font-medium">{each.email}</span>
            <Badge tone="neutral">{each.role}</Badge>
            <span className="text-muted-foreground">
              {t("team.valid_until")} <Moment at={each.expires_at} />
            </span>
            {can("team:invite") && (
              <Button
                className="ml-auto"
                variant="outline"
                size="sm"
                busy={withdraw.isPending}
                onClick={() => withdraw.mutate(each.id)}
              >
                {t("team.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { api, player } from "@stakehouse/api/player";
import { useLocale, useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Badge, Button, Card, KeyValues, Skeleton } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import {
  AtSign,
  BadgeCheck,
  ChevronRight,
  Coffee,
  Eye,
  FileArchive,
  Gauge,
  KeyRound,
  LogOut,
  MessageSquareWarning,
  MonitorSmartphone,
  ShieldCheck,
} from "lucide-react";
import { Page } from "~/app/page";
import { meQuery } from "~/app/queries";
import { countryName } from "./countries";
import { Houses } from "./houses";
import { NameForm } from "./name-form";

const places = [
  {
    to: "/account/verification",
    icon: BadgeCheck,
    title: "identity_check.title",
    text: "account.verify.text",
  },
  { to: "/account/limits", icon: Gauge, title: "limits.title", text: "account.limits.text" },
  { to: "/account/break", icon: Coffee, title: "break.title", text: "account.break.text" },
  {
    to: "/account/security",
    icon: KeyRound,
    title: "account.security",
    text: "account.security.text",
  },
  {
    to: "/account/sessions",
    icon: MonitorSmartphone,
    title: "sessions.title",
    text: "account.sessions.text",
  },
  { to: "/account/visits", icon: Eye, title: "visits.title", text: "account.visits.text" },
  { to: "/account/sign-in", icon: AtSign, title: "credentials.title", text: "account.credentials.text" },
  { to: "/account/data", icon: FileArchive, title: "data.title", text: "account.data.text" },
  {
    to: "/account/complaints",
    icon: MessageSquareWarning,
    title: "account.complaints",
    text: "account.complaints.text",
  },
  { to: "/fairness", icon: ShieldCheck, title: "nav.fairness", text: "account.fairness.text" },
] as const;

/** Who one is in this house, and the way to everything one controls. */
export default function AccountPage() {
  const t = useT();
  const locale = useLocale();
  const navigate = useNavigate();
  const { data: me, error, refetch } = useQuery(meQuery);
  const signOut = useMutation({
    mutationFn: api.logout,
    onSettled: async () => {
      await navigate({ to: "/" });
      player.setTokens(null);
    },
  });
  return (
    <Page title={t("nav.account")} narrow>
      <Card className="grid grid-cols-1 gap-5 p-5">
        {error && !me ? (
          <QueryError error={error} onRetry={() => void refetch()} />
        ) : (
          <div className="flex items-center gap-4">
            <span className="display grid size-14 shrink-0 place-items-center rounded-full bg-primary-soft text-3xl text-primary uppercase">
              {me?.username[0] ?? ""}
            </span>
            <div className="min-w-0 flex-1">
              {me ? (
                <>
                  <p className="truncate font-semibold text-lg">{me.username}</p>
                  <p className="truncate text-muted-foreground text-sm">{me.email}</p>
                </>
              ) : (
                <Skeleton className="h-12 w-48" />
              )}
            </div>
            {me && (
              <Badge tone={me.standing === "active" ? "success" : "warning"}>
                {t("account.standing", { standing: me.standing })}
              </Badge>
            )}
          </div>
        )}
        {me && (
          <KeyValues
            items={[
              [t("account.member_since"), <Moment key="since" at={me.created_at} style="date" />],
              [t("identity.country"), countryName(locale, me.country)],
              [t("account.kyc"), t("account.kyc.status", { status: me.kyc_status })],
            ]}
          />
        )}
      </Card>
      {me && <NameForm key={me.last_name} me={me} />}
      <Houses />
      <nav aria-label={t("account.places")} className="grid gap-3">
        {places.map(({ to, icon: Icon, title, text }) => (
          <Link
            key={to}
            to={to}
            className="flex items-center gap-4 rounded-xl border bg-card p-4 shadow-card transition-colors hover:border-primary"
          >
            <span className="grid size-11 shrink-0 place-items-center rounded-lg bg-primary-soft text-primary">
              <Icon size={20} aria-hidden="true" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{t(title)}</span>
              <span className="block text-muted-foreground text-sm">{t(text)}</span>
            </span>
            <ChevronRight size={20} className="shrink-0 text-muted-foreground" aria-hidden="true" />
          </Link>
        ))}
      </nav>
      <Button
        variant="outline"
        className="justify-self-start"
        icon={<LogOut size={18} />}
        busy={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t("action.sign_out")}
      </Button>
    </Page>
  );
}

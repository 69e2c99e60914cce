import { api, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Avatar, Skeleton, Tabs } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Page } from "~/app/page";
import { Gate, type Permission, useCan } from "~/app/permissions";
import { State } from "~/app/state";
import { AuditOf } from "~/features/access/audit-of";
import { MemberHarm } from "~/features/compliance/member-harm";
import { MemberRegister } from "~/features/compliance/member-register";
import { ProtectionHistory } from "~/features/compliance/protection-history";
import { ExclusionNote, Protections } from "~/features/compliance/protections";
import { StandingHistory } from "~/features/compliance/standing-history";
import { Facts } from "~/features/identity/facts";
import { Sessions } from "~/features/identity/sessions";
import { Totals } from "~/features/ledger/totals";
import { Transactions } from "~/features/ledger/transactions";
import { Wallets } from "~/features/ledger/wallets";
import { MemberPayments } from "~/features/payments/member-payments";
import { MemberRounds } from "~/features/play/member-rounds";
import { MemberActions } from "./member-actions";

const MemberAml = lazy(() =>
  import("~/features/compliance/aml/member-aml").then(({ MemberAml: part }) => ({ default: part })),
);

const route = getRouteApi("/desk/members/$id");

const TABS = {
  transactions: "members:view",
  rounds: "rounds:view",
  payments: "payments:view",
  limits: "members:view",
  aml: "aml:view",
  harm: "harm:view",
  sessions: "members:view",
  audit: "audit:view",
} as const satisfies Record<string, Permission>;

type Tab = keyof typeof TABS;

/** Everything about one member on one page. */
export default function MemberPage() {
  return (
    <Gate permission="members:view">
      <MemberFile />
    </Gate>
  );
}

function MemberFile() {
  const t = useT();
  const { id } = route.useParams();
  const member = useQuery({ queryKey: ["member", id], queryFn: () => api.member(id) });
  const { data } = member;
  return (
    <Page
      title={data?.username ?? t("member.title")}
      back={{ to: "/members", label: t("nav.members") }}
      beside={data && <State group="standing" value={data.standing} />}
      actions={data && <MemberActions member={data} />}
    >
      {member.error && !data ? (
        <QueryError error={member.error} onRetry={() => void member.refetch()} />
      ) : (
        <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_19rem] xl:gap-8">
          <div className="grid min-w-0 grid-cols-1 gap-6">
            {data && <ExclusionNote member={data} />}
            <Totals member={data} />
            <Wallets accounts={data?.accounts} />
            <Files memberId={id} member={data} />
          </div>
          <div className="grid gap-5 max-xl:order-first xl:rounded-xl xl:border xl:p-5">
            {data ? (
              <>
                <div className="flex items-center gap-3">
                  <Avatar name={data.username} size="lg" />
                  <div className="grid min-w-0">
                    <span className="truncate font-semibold">{data.username}</span>
                    <span className="truncate text-[0.8125rem] text-muted-foreground">{data.email}</span>
                  </div>
                </div>
                <Facts member={data} />
              </>
            ) : (
              <Skeleton className="h-80 w-full" />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

function Files({ memberId, member }: { memberId: string; member: Member | undefined }) {
  const t = useT();
  const can = useCan();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const open = (Object.keys(TABS) as Tab[]).filter((tab) => can(TABS[tab]));
  const tab = open.find((one) => one === search.tab) ?? "transactions";
  return (
    <Tabs
      label={t("member.files")}
      value={tab}
      onChange={(next) => void navigate({ search: { tab: next }, replace: true, resetScroll: false })}
      tabs={open.map((value) => ({ value, label: t(`member.tab.${value}`) }))}
    >
      {tab === "transactions" && <Transactions memberId={memberId} />}
      {tab === "rounds" && <MemberRounds memberId={memberId} />}
      {tab === "payments" && <MemberPayments memberId={memberId} />}
      {tab === "limits" && member && (
        <div className="grid gap-6">
          <Protections memberId={memberId} limits={member.limits} />
          <MemberRegister memberId={memberId} />
          <ProtectionHistory memberId={memberId} />
          <StandingHistory memberId={memberId} />
        </div>
      )}
      {tab === "aml" && member && (
        <Suspense fallback={<Skeleton className="h-64 w-full" />}>
          <MemberAml member={member} />
        </Suspense>
      )}
      {tab === "sessions" && member && (
        <Sessions memberId={memberId} sessions={member.sessions} currentId={search.session} />
      )}
      {tab === "harm" && <MemberHarm memberId={memberId} />}
      {tab === "audit" && <AuditOf resource={`member:${memberId}`} />}
    </Tabs>
  );
}

import { type ExclusionRequest, houseApi } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Badge, Button, EmptyState, Field, Select, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { UserRoundX } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { DeclineRequest, ExcludeAsked } from "./request-dialogs";

const STATUSES = ["open", "excluded", "declined"] as const;
const ASKERS = ["court", "authority", "family", "other"] as const;
const TONES = { open: "warning", excluded: "success", declined: "neutral" } as const;
const REFETCH_MS = 20_000;

type Status = (typeof STATUSES)[number];

const route = getRouteApi("/desk/exclusion-requests");

/** The work list of requests by others that somebody be kept out. */
export default function RequestsPage() {
  return (
    <Gate permission="members:view">
      <Requests />
    </Gate>
  );
}

function Requests() {
  const t = useT();
  const navigate = route.useNavigate();
  const status = statusOf(route.useSearch().status);
  const list = useQuery({
    queryKey: ["exclusion-requests", status],
    queryFn: () => houseApi.exclusionRequests(status),
    refetchInterval: REFETCH_MS,
  });
  const { data } = list;
  return (
    <Page title={t("nav.requests")}>
      <p className="max-w-2xl text-muted-foreground">{t("requests.lead")}</p>
      <div className="max-w-60">
        <Field label={t("requests.show")}>
          <Select
            value={status}
            onChange={(event) => void navigate({ search: { status: event.target.value }, replace: true })}
          >
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {t(`requests.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {list.error && !data && <QueryError error={list.error} onRetry={() => void list.refetch()} />}
      {!data && !list.error && <Skeleton className="h-56" />}
      {data?.items.length === 0 && (
        <div className="rounded-xl border">
          <EmptyState icon={<UserRoundX size={22} />} title={t("requests.empty")}>
            {t("requests.empty_text")}
          </EmptyState>
        </div>
      )}
      <ul className="grid gap-4">
        {data?.items.map((one) => (
          <li key={one.id}>
            <RequestCard request={one} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function RequestCard({ request }: { request: ExclusionRequest }) {
  const t = useT();
  const [open, setOpen] = useState<"exclude" | "decline" | null>(null);
  const status = statusOf(request.status);
  return (
    <article aria-label={request.reference} className="grid gap-4 rounded-xl border p-5">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="font-semibold">
          {request.first_name} {request.last_name}
        </h2>
        <Badge tone={TONES[status]}>{t(`requests.${status}`)}</Badge>
        <span className="figures ml-auto text-muted-foreground text-sm">{request.reference}</span>
      </header>
      <FactList
        items={[
          [
            t("requests.by"),
            <span key="b" className="break-words">
              {t(`protect.asked_by.${askerOf(request.asked_by)}`)}: {request.name}, {request.email}
            </span>,
          ],
          [t("requests.born"), request.birth_date ?? t("none")],
          [t("requests.known_as"), request.known_as || t("none")],
          [t("requests.came"), <Moment key="c" at={request.created_at} />],
          ...(request.decided_at
            ? ([
                [
                  t("requests.decided"),
                  <span key="d">
                    <Moment at={request.decided_at} /> · {request.decided_by}
                  </span>,
                ],
                [t("requests.decision"), request.decision],
              ] as const)
            : []),
        ]}
      />
      <p className="whitespace-pre-wrap break-words rounded-lg bg-muted p-4">{request.reason}</p>
      {request.member_id && (
        <Link
          to="/members/$id"
          params={{ id: request.member_id }}
          search={{ tab: "limits" }}
          className="justify-self-start font-medium text-primary underline-offset-4 hover:underline"
        >
          {t("requests.member")}
        </Link>
      )}
      {status === "open" && (
        <Can permission="members:manage">
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setOpen("exclude")}>
              {t("requests.exclude")}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setOpen("decline")}>
              {t("requests.decline")}
            </Button>
          </div>
        </Can>
      )}
      {open === "exclude" && <ExcludeAsked request={request} onClose={() => setOpen(null)} />}
      {open === "decline" && <DeclineRequest request={request} onClose={() => setOpen(null)} />}
    </article>
  );
}

function statusOf(status: string | undefined): Status {
  return STATUSES.find((one) => one === status) ?? "open";
}

function askerOf(asker: string): (typeof ASKERS)[number] {
  return ASKERS.find((one) => one === asker) ?? "other";
}

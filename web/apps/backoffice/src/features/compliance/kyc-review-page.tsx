import { api, type KycDocument, type KycReview } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Callout, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useCountryName } from "~/app/country";
import { FactList } from "~/app/fact-list";
import { Page, Section } from "~/app/page";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import { Acts } from "./kyc-acts";
import { DocumentViewer } from "./kyc-viewer";
import { Day, spoken } from "./kyc-words";

const route = getRouteApi("/desk/kyc/$id");
const LOOK_AGAIN_MS = 10_000;

/** Whether somebody has to decide yet. */
function isOpen({ case: { status } }: KycReview): boolean {
  return status === "submitted" || status === "in_review";
}

/** Documents beside what the person says and what the house knows, and the decision. */
export default function KycReviewPage() {
  return (
    <Gate permission="kyc:review">
      <Review />
    </Gate>
  );
}

function Review() {
  const t = useT();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["kyc", id],
    queryFn: () => api.kycCase(id),
    // While one reads, a vendor may give its verdict or a colleague take the case.
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? LOOK_AGAIN_MS : false),
  });
  const waits = data !== undefined && isOpen(data);
  return (
    <Page
      title={data?.case.name ?? t("kycq.title")}
      back={{ to: "/kyc", label: t("nav.kyc") }}
      beside={data && <State group="kyc" value={data.case.status} />}
      actions={data && <Acts review={data} waits={waits} />}
    >
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton className="h-96 w-full" />}
      {data && <SideBySide review={data} />}
    </Page>
  );
}

function SideBySide({ review }: { review: KycReview }) {
  const t = useT();
  const kept = inOrderAsked(review);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = kept.find((each) => each.id === chosen) ?? kept[0];
  return (
    <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-4">
        <Documents documents={kept} shown={shown?.id} onChoose={setChosen} />
        {shown ? (
          <DocumentViewer key={shown.id} caseId={review.case.id} document={shown} />
        ) : (
          <Callout title={t("kycq.no_documents")} />
        )}
      </div>
      <div className="grid min-w-0 gap-6">
        {review.duplicates.length > 0 && <Duplicates review={review} />}
        <Compared review={review} document={shown} />
        <Steps review={review} />
      </div>
    </div>
  );
}

/** What was kept, as it is asked for: what counts, then its former versions. */
function inOrderAsked({ documents, requirements }: KycReview): KycDocument[] {
  const place = ({ requirement }: KycDocument) => requirements.findIndex(({ code }) => code === requirement);
  return documents
    .filter(({ status }) => status === "taken" || status === "replaced")
    .sort((a, b) => place(a) - place(b) || b.version - a.version);
}

function Documents({
  documents,
  shown,
  onChoose,
}: {
  documents: readonly KycDocument[];
  shown: string | undefined;
  onChoose: (id: string) => void;
}) {
  const t = useT();
  const word = useWord();
  return (
    <fieldset aria-label={t("kycq.documents")} className="flex flex-wrap gap-2">
      {documents.map((each) => (
        <button
          key={each.id}
          type="button"
          aria-pressed={each.id === shown}
          onClick={() => onChoose(each.id)}
          className="rounded-lg border bg-card px-3 py-2 text-left text-[0.8125rem] transition-colors hover:border-input aria-pressed:border-primary aria-pressed:bg-primary-soft"
        >
          <span className="block font-medium">{word("kyc_document", each.kind)}</span>
          <span className="text-muted-foreground text-xs">
            {t(each.status === "taken" ? "kycq.version" : "kycq.old_version", { version: each.version })}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Duplicates({ review }: { review: KycReview }) {
  const t = useT();
  return (
    <Callout tone="warning" icon={<Copy size={17} />} title={t("kycq.duplicates")}>
      <ul className="grid gap-1">
        {review.duplicates.map((each) => (
          <li key={`${each.case_id} ${each.by}`}>
            <Link to="/kyc/$id" params={{ id: each.case_id }} className="font-medium text-primary underline">
              {each.name}
            </Link>{" "}
            {t(each.by === "person" ? "kycq.same_person" : "kycq.same_document")}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Compared({ review, document }: { review: KycReview; document: KycDocument | undefined }) {
  const t = useT();
  const nameOf = useCountryName();
  const { person, member } = review;
  const country = person?.country || member?.country;
  return (
    <Section title={t("kycq.compare")}>
      <FactList
        className="rounded-lg border p-4"
        items={[
          [t("kycq.full_name"), person?.full_name ?? t("none")],
          [t("kycq.birth_date"), <Day key="born" on={person?.birth_date ?? member?.birth_date} />],
          [t("kycq.address"), person?.address ?? t("none")],
          [t("kycq.country"), country ? nameOf(country) : t("none")],
          [t("kycq.number"), document?.number || t("none")],
          [t("kycq.document_until"), <Day key="until" on={document?.expires_on} />],
          [
            t("kycq.would_hold"),
            <Day key="holds" on={review.would_be_valid_until} none={t("kycq.no_end")} />,
          ],
          ...(member
            ? [
                [
                  t("kycq.account"),
                  <Link
                    key="member"
                    to="/members/$id"
                    params={{ id: member.id }}
                    className="font-medium text-primary hover:underline"
                  >
                    {member.username}
                  </Link>,
                ] as const,
                [t("kycq.email"), member.email] as const,
                [t("kycq.since"), <Moment key="since" at={member.created_at} style="date" />] as const,
              ]
            : []),
          ...(review.case.vendor_said ? [[t("kycq.vendor"), spoken(review.case.vendor_said)] as const] : []),
        ]}
      />
    </Section>
  );
}

function Steps({ review }: { review: KycReview }) {
  const t = useT();
  const word = useWord();
  if (review.steps.length === 0) return null;
  return (
    <Section title={t("kycq.history")}>
      <ol className="grid gap-3 text-[0.8125rem]">
        {review.steps.map((step) => (
          <li key={step.id} className="grid gap-0.5 border-l-2 pl-3">
            <span className="flex flex-wrap items-center gap-2">
              <State group="kyc" value={step.status} />
              <Moment at={step.at} style="full" className="text-muted-foreground" />
            </span>
            <span className="text-muted-foreground">{step.by}</span>
            {step.reasons.length > 0 && (
              <span>{step.reasons.map((each) => word("kyc_reason", each)).join(", ")}</span>
            )}
            {step.text && <span>{step.text}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

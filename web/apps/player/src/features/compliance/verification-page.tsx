import { api, type Kyc, type KycRequirement } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useForm } from "@stakehouse/kit";
import { Badge, Button, Callout, Card, Field, Input, Progress, Skeleton, toast } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { BadgeCheck, CalendarClock, Hourglass, TriangleAlert } from "lucide-react";
import { FormFailure } from "~/app/form-failure";
import { Page } from "~/app/page";
import { DocumentCard } from "./verification-document";

export const kycQuery = { queryKey: ["kyc"], queryFn: api.kyc };

const REFETCH_MS = 15_000;
const NAME_LETTERS = 2;
const SOON_MS = 30 * 24 * 60 * 60 * 1000;

/** What the house asks to see, how far it has come, and what was decided. */
export default function VerificationPage() {
  const t = useT();
  const { data, error, refetch } = useQuery({ ...kycQuery, refetchInterval: REFETCH_MS });
  return (
    <Page title={t("identity_check.title")} lead={t("identity_check.lead")} narrow>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton className="h-96 w-full" />}
      {data && <Verification kyc={data} />}
    </Page>
  );
}

function Verification({ kyc }: { kyc: Kyc }) {
  const t = useT();
  const waits = kyc.status === "submitted" || kyc.status === "in_review";
  const shown = kyc.requirements.filter((each) => each.document).length;
  return (
    <>
      <State kyc={kyc} />
      {!waits && kyc.status !== "verified" && (
        <div className="grid gap-2">
          <p className="text-muted-foreground text-sm">
            {t("identity_check.progress", { shown, asked: kyc.requirements.length })}
          </p>
          <Progress value={shown / kyc.requirements.length} label={t("identity_check.title")} />
        </div>
      )}
      <ul className="grid grid-cols-1 gap-4">
        {kyc.requirements.map((each: KycRequirement) => (
          <li key={each.code}>
            <DocumentCard
              requirement={each}
              limit={kyc.upload_limit}
              locked={kyc.status === "in_review"}
              settled={kyc.status === "verified"}
            />
          </li>
        ))}
      </ul>
      {!waits && (kyc.status !== "verified" || hasNews(kyc)) && (
        <SubmitCard kyc={kyc} ready={shown === kyc.requirements.length} />
      )}
    </>
  );
}

/** Whether a decision ends within the time in which the house reminds of it. */
function endsSoon(day: string): boolean {
  return Date.parse(day) - Date.now() < SOON_MS;
}

/** Whether something was sent since the decision, which has to be submitted anew. */
function hasNews({ requirements, decided_at }: Kyc): boolean {
  return requirements.some(
    ({ document }) => document && (decided_at === null || document.created_at > decided_at),
  );
}

function State({ kyc }: { kyc: Kyc }) {
  const t = useT();
  switch (kyc.status) {
    case "verified":
      return (
        <Callout tone="success" icon={<BadgeCheck size={18} />} title={t("identity_check.state.verified")}>
          {kyc.valid_until && (
            <>
              {t("identity_check.state.until")} <Moment at={`${kyc.valid_until}T12:00:00Z`} style="date" />.{" "}
              {endsSoon(kyc.valid_until) && t("identity_check.state.soon")}
            </>
          )}
        </Callout>
      );
    case "submitted":
    case "in_review":
      return (
        <Callout tone="primary" icon={<Hourglass size={18} />} title={t("identity_check.state.waiting")}>
          {t("identity_check.state.waiting_text")}
        </Callout>
      );
    case "rejected":
      return (
        <Callout tone="danger" icon={<TriangleAlert size={18} />} title={t("identity_check.state.rejected")}>
          <ul className="grid list-disc gap-1 pl-4">
            {kyc.reasons.map((reason) => (
              <li key={reason}>{t(`identity_check.reason.${reason}`)}</li>
            ))}
          </ul>
          {kyc.text && <p className="mt-2">{kyc.text}</p>}
        </Callout>
      );
    case "expired":
      return (
        <Callout tone="warning" icon={<CalendarClock size={18} />} title={t("identity_check.state.expired")}>
          {t("identity_check.state.expired_text")}
        </Callout>
      );
    default:
      return null;
  }
}

function SubmitCard({ kyc, ready }: { kyc: Kyc; ready: boolean }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { full_name: kyc.person?.full_name ?? "", address: kyc.person?.address ?? "" },
    validate: ({ full_name, address }) => ({
      full_name: full_name.trim().length < NAME_LETTERS ? t("identity_check.error.name") : undefined,
      address: address.trim().length < NAME_LETTERS ? t("identity_check.error.address") : undefined,
    }),
    submit: async (values) => {
      await api.submitKyc(values);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["kyc"] }),
        queries.invalidateQueries({ queryKey: ["me"] }),
        queries.invalidateQueries({ queryKey: ["eligibility"] }),
      ]);
      toast(t("identity_check.sent"), "success");
    },
  });
  return (
    <Card className="grid gap-4 p-5">
      <header className="flex items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t("identity_check.about_you")}</h2>
        {!ready && <Badge>{t("identity_check.not_ready")}</Badge>}
      </header>
      <form {...form.props} className="grid gap-4">
        <FormFailure failure={form.failure} />
        <Field
          label={t("identity_check.full_name")}
          hint={t("identity_check.full_name_hint")}
          error={form.errors.full_name}
        >
          <Input {...form.text("full_name")} autoComplete="name" maxLength={200} />
        </Field>
        <Field
          label={t("identity_check.address")}
          hint={t("identity_check.address_hint")}
          error={form.errors.address}
        >
          <Input {...form.text("address")} autoComplete="street-address" maxLength={200} />
        </Field>
        <Button type="submit" size="lg" busy={form.busy} disabled={!ready}>
          {t("identity_check.submit")}
        </Button>
      </form>
    </Card>
  );
}

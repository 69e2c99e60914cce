import { api, type HarmCaseDetail } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Button, Dialog, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { Can } from "~/app/permissions";
import { State } from "~/app/state";
import { BandBadge, Findings } from "./harm-band";
import { CloseForm, ContactForm, SnoozeForm, useKeepCase } from "./harm-forms";

/** A case beside the list: what was seen, what fits, what was done, and the acts. */
export function HarmPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const found = useQuery({ queryKey: ["harm-case", id], queryFn: () => api.harmCase(id) });
  const { data } = found;
  return (
    <Dialog
      open
      onClose={onClose}
      title={data ? data.username : t("nav.harm")}
      shape="side"
      className="w-[min(38rem,100vw)]!"
    >
      {found.error && !data ? (
        <QueryError error={found.error} onRetry={() => void found.refetch()} />
      ) : data ? (
        <Case data={data} />
      ) : (
        <Skeleton className="h-80 w-full" />
      )}
    </Dialog>
  );
}

function Case({ data }: { data: HarmCaseDetail }) {
  const t = useT();
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <BandBadge band={data.band} score={data.score} />
        <State group="harm_status" value={data.status} />
        <Link
          to="/members/$id"
          params={{ id: data.member_id }}
          className="ml-auto font-medium text-primary text-sm hover:underline"
        >
          {t("harm.open_member")}
        </Link>
      </div>
      <FactList
        items={[
          [t("harm.opened"), <Moment key="opened" at={data.opened_at} style="full" />],
          [t("harm.taken_by"), data.taken_by || t("none")],
          ...(data.snoozed_until
            ? [[t("harm.until"), <Moment key="until" at={data.snoozed_until} style="full" />] as const]
            : []),
          ...(data.outcome ? [[t("harm.outcome"), t(`harm_outcome.${data.outcome}`)] as const] : []),
        ]}
      />
      <Section title={t("harm.seen")}>
        <Findings findings={data.findings} />
      </Section>
      {data.status !== "closed" && (
        <Can permission="harm:handle">
          <Acts data={data} />
        </Can>
      )}
      <Section title={t("harm.contacts")}>
        {data.contacts.length === 0 ? (
          <p className="text-[0.8125rem] text-muted-foreground">{t("harm.no_contacts")}</p>
        ) : (
          <ol className="grid gap-3">
            {data.contacts.map((made) => (
              <li key={made.id} className="grid gap-1 border-s-2 ps-3 text-[0.8125rem]">
                <span className="font-medium">
                  {t(`harm_contact.${made.contact}`)} · {t(`harm_outcome.${made.outcome}`)}
                </span>
                <span className="whitespace-pre-line">{made.note}</span>
                <span className="text-muted-foreground text-xs">
                  {made.by} · <Moment at={made.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Acts({ data }: { data: HarmCaseDetail }) {
  const t = useT();
  const errorText = useErrorText();
  const [act, setAct] = useState<"contact" | "snooze" | "close" | null>(null);
  const keep = useKeepCase();
  const take = useMutation({
    mutationFn: () => api.takeHarmCase(data.id),
    onSuccess: keep,
    onError: (error) => toast(errorText(error), "danger"),
  });
  const [first] = data.suggested;
  return (
    <Section title={t("harm.what_now")}>
      <p className="text-[0.8125rem] text-muted-foreground">
        {t("harm.suggested")}{" "}
        <span className="font-medium text-foreground">
          {data.suggested.map((one) => t(`harm_contact.${one}`)).join(" → ")}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {data.status !== "taken" && (
          <Button size="sm" busy={take.isPending} onClick={() => take.mutate()}>
            {t("harm.take")}
          </Button>
        )}
        <Button size="sm" variant="secondary" onClick={() => setAct("contact")}>
          {t("harm.record")}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAct("snooze")}>
          {t("harm.snooze")}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAct("close")}>
          {t("harm.close")}
        </Button>
      </div>
      {act === "contact" && (
        <ContactForm id={data.id} suggested={first ?? "message"} onDone={() => setAct(null)} />
      )}
      {act === "snooze" && <SnoozeForm id={data.id} onDone={() => setAct(null)} />}
      {act === "close" && <CloseForm id={data.id} onDone={() => setAct(null)} />}
    </Section>
  );
}

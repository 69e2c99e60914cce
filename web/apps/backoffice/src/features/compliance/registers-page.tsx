import { houseApi, type RegisterState } from "@stakehouse/api/house";
import { useLocale, useT } from "@stakehouse/i18n";
import { formatLength, Moment, QueryError, useErrorText } from "@stakehouse/kit";
import { Badge, Button, Callout, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Can, Gate } from "~/app/permissions";
import { ConnectRegister, RemoveRegister } from "./register-dialogs";

/** The national register of exclusions that the house asks. */
export default function RegistersPage() {
  return (
    <Gate permission="settings:view">
      <Registers />
    </Gate>
  );
}

function Registers() {
  const t = useT();
  const state = useQuery({ queryKey: ["registers"], queryFn: houseApi.registers });
  return (
    <Page title={t("nav.registers")}>
      <p className="max-w-2xl text-muted-foreground">{t("registers.lead")}</p>
      {state.error && !state.data && <QueryError error={state.error} onRetry={() => void state.refetch()} />}
      {!state.data && !state.error && <Skeleton className="h-64" />}
      {state.data && <Standing state={state.data} />}
    </Page>
  );
}

const TONES = { asked: "success", missing: "danger", off: "neutral" } as const;

function Standing({ state }: { state: RegisterState }) {
  const t = useT();
  const locale = useLocale();
  const { connection, last, named } = state;
  const how = connection ? "asked" : named ? "missing" : "off";
  return (
    <section aria-label={t("nav.registers")} className="grid max-w-2xl gap-5 rounded-xl border p-5">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="font-semibold">
          {connection ? nameOf(connection.register_name) : (named ?? t("registers.law_none"))}
        </h2>
        <Badge tone={TONES[how]}>{t(`registers.state.${how}`)}</Badge>
      </header>
      {how === "missing" && (
        <Callout tone="danger" icon={<CircleAlert size={18} />} title={t("registers.missing")} />
      )}
      <FactList
        items={[
          [t("registers.law"), named ?? t("registers.law_none")],
          [t("registers.minutes"), formatLength(state.answer_minutes, locale)],
          [
            t("registers.connection"),
            connection ? nameOf(connection.register_name) : t("registers.connection_none"),
          ],
          ...(connection
            ? ([
                [
                  t("registers.address"),
                  <span key="a" className="break-all">
                    {connection.base_url}
                  </span>,
                ],
                [t("registers.changed"), <Moment key="c" at={connection.updated_at} />],
              ] as const)
            : []),
          [
            t("registers.last"),
            last ? (
              <span key="l">
                {t(`registers.answer.${answerOf(last.answer)}`)} · <Moment at={last.asked_at} />
              </span>
            ) : (
              t("registers.last_none")
            ),
          ],
        ]}
      />
      <Can permission="settings:edit">
        <Acts state={state} />
      </Can>
    </section>
  );
}

function Acts({ state }: { state: RegisterState }) {
  const t = useT();
  const errorText = useErrorText();
  const [open, setOpen] = useState<"connect" | "remove" | null>(null);
  const trial = useMutation({
    mutationFn: houseApi.testRegister,
    onError: (error) => toast(errorText(error), "danger"),
  });
  const went = trial.data;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setOpen("connect")}>
          {t(state.connection ? "registers.change" : "registers.connect")}
        </Button>
        {state.connection && (
          <>
            <Button size="sm" variant="secondary" busy={trial.isPending} onClick={() => trial.mutate()}>
              {t("registers.test")}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setOpen("remove")}>
              {t("registers.remove")}
            </Button>
          </>
        )}
      </div>
      {went && (
        <div role="status">
          <Callout
            tone={went.outcome === "answered" ? "success" : "danger"}
            icon={went.outcome === "answered" ? <CircleCheck size={18} /> : <CircleAlert size={18} />}
            title={
              went.outcome === "answered"
                ? t("registers.trial_ok", { milliseconds: went.milliseconds })
                : t("registers.trial_failed")
            }
          >
            {went.detail}
          </Callout>
        </div>
      )}
      {open === "connect" && <ConnectRegister adapters={state.adapters} onClose={() => setOpen(null)} />}
      {open === "remove" && <RemoveRegister onClose={() => setOpen(null)} />}
    </div>
  );
}

const ANSWERS = ["on", "off", "former", "silent"] as const;

function answerOf(answer: string): (typeof ANSWERS)[number] {
  return ANSWERS.find((one) => one === answer) ?? "silent";
}

/** A register's name as people write it. */
function nameOf(register: string): string {
  return register.charAt(0).toUpperCase() + register.slice(1);
}

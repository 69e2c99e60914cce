import { api, type Exclude } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, useErrorText } from "@stakehouse/kit";
import {
  Button,
  Callout,
  Card,
  Checkbox,
  ConfirmDialog,
  cx,
  Dialog,
  Field,
  Input,
  toast,
} from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Coffee, DoorClosed } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useCurrency } from "~/app/currency";
import { Page } from "~/app/page";
import { walletQuery } from "~/app/queries";
import { Choices } from "./choices";

const HOUR_MS = 3_600_000;
const PAUSES = [
  { hours: 24, label: "break.pause.day" },
  { hours: 24 * 7, label: "break.pause.week" },
  { hours: 24 * 30, label: "break.pause.month" },
  { hours: 24 * 42, label: "break.pause.longest" },
] as const;
const TERMS = [
  { term: "P6M", label: "break.term.P6M" },
  { term: "P1Y", label: "break.term.P1Y" },
  { term: "P2Y", label: "break.term.P2Y" },
  { term: "P5Y", label: "break.term.P5Y" },
  { term: "forever", label: "break.term.forever" },
] as const;

type Term = Extract<Exclude, { kind: "self_exclusion" }>["term"];

/** A pause or a closed door, each with all that follows from it said beforehand. */
export default function BreakPage() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [hours, setHours] = useState<number>(24);
  const [term, setTerm] = useState<Term>("P6M");
  const [everywhere, setEverywhere] = useState(false);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<"time_out" | "self_exclusion" | null>(null);
  const exclusion = useQuery({ queryKey: ["exclusion"], queryFn: api.exclusion });
  const active = exclusion.data?.active;
  const until = new Date(Date.now() + hours * HOUR_MS);
  const word = t("break.exclude.word");

  const exclude = useMutation({
    mutationFn: (ask: Exclude) => api.exclude(ask),
    onSuccess: () => toast(t("break.done"), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    onSettled: async () => {
      close();
      await queries.invalidateQueries({ queryKey: ["exclusion"] });
    },
  });

  function close(): void {
    setAsked(null);
    setTyped("");
  }

  return (
    <Page title={t("break.title")} lead={t("break.lead")} narrow>
      {active && (
        <Callout
          tone="warning"
          icon={<DoorClosed size={18} />}
          title={t(active.kind === "time_out" ? "break.active.time_out" : "break.active.self_exclusion")}
        >
          {active.until ? (
            <>
              {t("break.active.until")} <Moment at={active.until} style="full" />
            </>
          ) : (
            t("break.active.forever")
          )}
        </Callout>
      )}
      <Part icon={<Coffee size={22} />} title={t("break.pause.title")} text={t("break.pause.text")}>
        <Choices
          label={t("break.pause.title")}
          value={String(hours)}
          onChange={(value) => setHours(Number(value))}
          options={PAUSES.map((pause) => [String(pause.hours), t(pause.label)] as const)}
        />
        <ul className="grid list-disc gap-1 pl-5 text-muted-foreground text-sm">
          <li>{t("break.pause.what1")}</li>
          <li>{t("break.pause.what2")}</li>
        </ul>
        <Button variant="secondary" size="lg" onClick={() => setAsked("time_out")}>
          {t("break.pause.submit")}
        </Button>
      </Part>
      <Part
        icon={<DoorClosed size={22} />}
        title={t("break.exclude.title")}
        text={t("break.exclude.text")}
        danger
      >
        <Choices
          label={t("break.exclude.title")}
          value={term}
          onChange={setTerm}
          options={TERMS.map((each) => [each.term, t(each.label)] as const)}
        />
        <ul className="grid list-disc gap-1 pl-5 text-muted-foreground text-sm">
          <li>{t("break.exclude.what1")}</li>
          <li>{t("break.exclude.what2")}</li>
          <li>{t("break.exclude.what3")}</li>
          <li>{t("break.exclude.what4")}</li>
          <li>{t("break.exclude.what5")}</li>
        </ul>
        <Checkbox checked={everywhere} onChange={setEverywhere} label={t("break.exclude.everywhere")} />
        <Button variant="danger" size="lg" onClick={() => setAsked("self_exclusion")}>
          {t("break.exclude.submit")}
        </Button>
      </Part>
      <Link to="/keep-out" className="justify-self-start text-sm underline underline-offset-4">
        {t("break.others")}
      </Link>
      <ConfirmDialog
        open={asked === "time_out"}
        onClose={close}
        onConfirm={() => exclude.mutate({ kind: "time_out", until: until.toISOString() })}
        busy={exclude.isPending}
        title={t("break.pause.title")}
        confirm={t("break.pause.submit")}
      >
        <Consequences />
        <p>
          {t("break.pause.ask")}{" "}
          <Moment at={until.toISOString()} style="full" className="font-semibold text-foreground" />
        </p>
      </ConfirmDialog>
      <Dialog
        open={asked === "self_exclusion"}
        onClose={close}
        title={t("break.exclude.title")}
        footer={
          <>
            <Button variant="ghost" onClick={close}>
              {t("action.cancel")}
            </Button>
            <Button
              variant="danger"
              busy={exclude.isPending}
              disabled={typed.trim().toUpperCase() !== word}
              onClick={() => exclude.mutate({ kind: "self_exclusion", term, everywhere })}
            >
              {t("break.exclude.submit")}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <Consequences />
          <p>{t("break.exclude.ask", { term })}</p>
          {everywhere && <p className="font-medium">{t("break.exclude.everywhere_ask")}</p>}
          <Field label={t("break.exclude.type", { word })}>
            <Input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              data-autofocus=""
            />
          </Field>
        </div>
      </Dialog>
    </Page>
  );
}

/** What happens at once, in numbers. */
function Consequences() {
  const t = useT();
  const { code } = useCurrency();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: api.sessions });
  const wallet = useQuery(walletQuery);
  const balance = wallet.data?.accounts.find(
    (account) => account.kind === "main" && account.currency === code,
  )?.balance;
  return (
    <ul className="grid list-disc gap-1 pl-5">
      <li>{t("break.now.sessions", { count: sessions.data?.items.length ?? 1 })}</li>
      {balance && (
        <li>
          {t("break.now.balance")} <Money amount={balance} currency={code} className="font-semibold" />
        </li>
      )}
    </ul>
  );
}

interface PartProps {
  icon: ReactNode;
  title: string;
  text: string;
  danger?: boolean;
  children: ReactNode;
}

function Part({ icon, title, text, danger = false, children }: PartProps) {
  return (
    <Card className="grid gap-4 p-5">
      <header className="flex gap-4">
        <span
          className={cx(
            "grid size-11 shrink-0 place-items-center rounded-lg",
            danger ? "bg-danger-soft text-danger" : "bg-primary-soft text-primary",
          )}
        >
          {icon}
        </span>
        <div>
          <h2 className="display text-2xl">{title}</h2>
          <p className="text-muted-foreground text-sm">{text}</p>
        </div>
      </header>
      {children}
    </Card>
  );
}

import { api, type Limit, type Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Input, Select, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useWord } from "~/app/word";

const REASON_LETTERS = 3;

interface LimitDialogProps {
  memberId: string;
  limits: readonly Limit[];
  onClose: () => void;
}

/** Tightens a limit at once; loosening asks a second person, and waits for time and member even then. */
export function LimitDialog({ memberId, limits, onClose }: LimitDialogProps) {
  const t = useT();
  const word = useWord();
  const queries = useQueryClient();
  const form = useForm({
    initial: { which: "0", value: "", reason: "" },
    validate: ({ value, reason }) => ({
      value: value === "" || /^[0-9]+([.][0-9]+)?$/.test(value) ? undefined : t("protect.value_error"),
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ which, value, reason }) => {
      const limit = limits[Number(which)];
      if (!limit) return;
      const wish = limit.currency
        ? { amount: value || null, currency: limit.currency }
        : { minutes: value === "" ? null : Number(value) };
      const done = await api.setLimitOf(memberId, limit.kind, limit.period, {
        ...wish,
        reason: reason.trim(),
      });
      void queries.invalidateQueries({ queryKey: ["member", memberId] });
      void queries.invalidateQueries({ queryKey: ["approvals"] });
      toast(t("content_hash" in done ? "protect.limit_asked" : "protect.limit_set"), "success");
      onClose();
    },
  });
  const chosen = limits[Number(form.values.which)];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("protect.set_limit")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("protect.set_limit")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("protect.limit_rule")}</p>
        <Field label={t("protect.which")}>
          <Select value={form.values.which} onChange={(event) => form.set("which", event.target.value)}>
            {limits.map((limit, at) => (
              <option key={`${limit.kind} ${limit.period} ${limit.currency}`} value={at}>
                {word("limit_kind", limit.kind)} {word("period", limit.period)} {limit.currency}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t(chosen?.currency ? "protect.amount" : "protect.minutes_label")}
          hint={t("protect.value_hint")}
          error={form.errors.value}
        >
          <Input {...form.text("value")} inputMode="decimal" autoComplete="off" start={chosen?.currency} />
        </Field>
        <Field label={t("reason.label")} hint={t("reason.hint_staff")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} />
        </Field>
        <Failure failure={form.failure} />
      </form>
    </Dialog>
  );
}

/** Asks a second person to let a member back in whose term is over. */
export function ReturnDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < REASON_LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ reason }) => {
      await api.requestReturn(member.id, reason.trim());
      void queries.invalidateQueries({ queryKey: ["approvals"] });
      toast(t("protect.return_asked"), "success");
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("protect.return")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("protect.return")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p>{t("protect.return_text", { name: member.username })}</p>
        <Field label={t("reason.label")} hint={t("reason.hint_staff")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} data-autofocus="" />
        </Field>
        <Failure failure={form.failure} />
      </form>
    </Dialog>
  );
}

function Failure({ failure }: { failure: { message: string } | null }) {
  if (!failure) return null;
  return (
    <div role="alert">
      <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure.message} />
    </div>
  );
}

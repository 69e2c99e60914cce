import { api, type Limit, type LimitPeriod } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { QueryError, useErrorText, useForm } from "@stakehouse/kit";
import { Button, Card, Dialog, Field, Input, Progress, Select, Skeleton, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { playClockQuery } from "~/app/sitting";
import { Pending } from "./pending-limit";

const PERIODS: readonly LimitPeriod[] = ["session", "day", "week", "month"];
const MINUTES_MAX = 31 * 24 * 60;
const CHOICES = [5, 10, 15, 20, 30, 45, 60, 90, 120];

/** How long one may play: by session, day, week and month. */
export function TimeLimits({ limits }: { limits: readonly Limit[] }) {
  return (
    <Card className="divide-y">
      {PERIODS.map((period) => (
        <TimeRow
          key={period}
          period={period}
          limit={limits.find((each) => each.kind === "session_time" && each.period === period)}
        />
      ))}
    </Card>
  );
}

function TimeRow({ period, limit }: { period: LimitPeriod; limit: Limit | undefined }) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const value = limit?.value;
  const name = t(`limits.period.${period}`);
  const share = value ? Math.min(Number(limit.used) / Math.max(Number(value), 1), 1) : 0;
  return (
    <div className="grid gap-3 p-4">
      <div className="flex items-center gap-4">
        <span className="w-16 shrink-0 text-muted-foreground text-sm">{name}</span>
        <span className="min-w-0 flex-1">
          {value ? (
            <span className="font-semibold text-lg">{t("limits.minutes", { count: Number(value) })}</span>
          ) : (
            <span className="text-muted-foreground">{t("limits.no_limit")}</span>
          )}
        </span>
        <Button variant="outline" size="sm" onClick={() => setEditing(true)}>
          {t(value ? "limits.change" : "limits.set")}
          <span className="sr-only">
            : {t("limits.kind.session_time")}, {name}
          </span>
        </Button>
      </div>
      {value && (
        <div className="grid gap-1.5 text-muted-foreground text-xs">
          <Progress
            value={share}
            label={t("limits.used")}
            tone={share >= 1 ? "danger" : share > 0.8 ? "warning" : "primary"}
          />
          {t("limits.used_of", {
            used: t("limits.minutes", { count: Number(limit.used) }),
            value: t("limits.minutes", { count: Number(value) }),
          })}
        </div>
      )}
      {limit?.is_of_house && <p className="text-muted-foreground text-xs">{t("limits.of_house")}</p>}
      {limit?.pending_from && (
        <Pending
          limit={limit}
          wanted={
            limit.pending_value
              ? t("limits.minutes", { count: Number(limit.pending_value) })
              : t("limits.no_limit")
          }
        />
      )}
      <Dialog
        open={editing}
        onClose={() => setEditing(false)}
        title={`${t("limits.kind.session_time")} · ${name}`}
      >
        <TimeForm period={period} current={value ?? null} onClose={() => setEditing(false)} />
      </Dialog>
    </div>
  );
}

interface TimeFormProps {
  period: LimitPeriod;
  current: string | null;
  onClose: () => void;
}

function TimeForm({ period, current, onClose }: TimeFormProps) {
  const t = useT();
  const queries = useQueryClient();

  async function put(minutes: number | null): Promise<void> {
    await api.setLimit("session_time", period, { minutes });
    await queries.invalidateQueries({ queryKey: ["limits"] });
    const waits = current !== null && (minutes === null || minutes > Number(current));
    toast(t(waits ? "limits.saved_later" : "limits.saved"), "success");
    onClose();
  }

  const form = useForm({
    initial: { minutes: current ?? "" },
    validate: ({ minutes }) => ({
      minutes:
        /^[0-9]{1,5}$/.test(minutes) && Number(minutes) <= MINUTES_MAX
          ? undefined
          : t("limits.minutes_error"),
    }),
    submit: ({ minutes }) => put(Number(minutes)),
  });
  const removal = useForm({ initial: {}, submit: () => put(null) });
  const raises = current !== null && Number(form.values.minutes) > Number(current);
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure ?? removal.failure} />
      <Field
        label={t("limits.minutes_label")}
        error={form.errors.minutes}
        hint={t(raises ? "limits.raise_hint" : "limits.lower_hint")}
      >
        <Input {...form.text("minutes")} inputMode="numeric" autoComplete="off" data-autofocus />
      </Field>
      <div className="flex flex-wrap justify-between gap-3">
        {current !== null ? (
          <Button variant="ghost" busy={removal.busy} onClick={() => void removal.send()}>
            {t("limits.remove")}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" busy={form.busy}>
          {t(raises ? "limits.ask_raise" : "action.save")}
        </Button>
      </div>
    </form>
  );
}

/** How often play stops to ask, within what the house's law allows. */
export function RealityInterval() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data: clock, error, refetch } = useQuery(playClockQuery);
  const choose = useMutation({
    mutationFn: (minutes: number) => api.chooseInterval(minutes),
    onSuccess: (after) => {
      queries.setQueryData(playClockQuery.queryKey, after);
      toast(t("reality.chosen", { minutes: after.reality_check.minutes }), "success");
    },
    onError: (error) => toast(errorText(error), "danger"),
  });
  if (error && !clock) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!clock) return <Skeleton className="h-28 rounded-xl" />;
  const { minutes, min_minutes, max_minutes } = clock.reality_check;
  const offered = [...new Set([minutes, ...CHOICES])]
    .filter((each) => each >= min_minutes && each <= max_minutes)
    .sort((a, b) => a - b);
  return (
    <Card className="p-4">
      <Field
        label={t("reality.interval")}
        hint={t("reality.interval_hint", { min: min_minutes, max: max_minutes })}
      >
        <Select
          value={String(minutes)}
          disabled={choose.isPending}
          onChange={(event) => choose.mutate(Number(event.target.value))}
        >
          {offered.map((each) => (
            <option key={each} value={each}>
              {t("limits.minutes", { count: each })}
            </option>
          ))}
        </Select>
      </Field>
    </Card>
  );
}

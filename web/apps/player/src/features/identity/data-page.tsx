import { account } from "@stakehouse/api/account";
import { player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, QueryError, useErrorText, useForm } from "@stakehouse/kit";
import {
  Badge,
  Button,
  Callout,
  Card,
  Checkbox,
  Field,
  PasswordInput,
  Progress,
  Skeleton,
  toast,
} from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { FormFailure } from "~/app/form-failure";
import { Page } from "~/app/page";

const LOOK_AGAIN_MS = 2000;
const TONES = { waiting: "warning", building: "warning", ready: "success", failed: "danger" } as const;

/** What the house keeps about one: fetched as an archive; and the way out of the house. */
export default function DataPage() {
  const t = useT();
  return (
    <Page title={t("data.title")} lead={t("data.lead")} narrow>
      <Archives />
      <Closing />
    </Page>
  );
}

function Archives() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery({
    queryKey: ["exports"],
    queryFn: account.exports,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ state: at }) => at === "waiting" || at === "building")
        ? LOOK_AGAIN_MS
        : false,
  });
  const ask = useMutation({
    mutationFn: account.askForExport,
    onSuccess: () => toast(t("data.asked"), "success"),
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["exports"] }),
  });
  const fetchIt = useMutation({
    mutationFn: account.exportLink,
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (failure) => toast(errorText(failure), "danger"),
  });
  return (
    <Card className="grid grid-cols-1 gap-4 p-5">
      <h2 className="font-semibold text-lg">{t("data.archive")}</h2>
      <p className="text-muted-foreground text-sm">{t("data.archive.text")}</p>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-16" />}
      {data?.items.length === 0 && <p className="text-muted-foreground text-sm">{t("data.archive.none")}</p>}
      <ul className="grid grid-cols-1 gap-3">
        {data?.items.map((archive) => (
          <li key={archive.id} className="flex flex-wrap items-center justify-between gap-3 border-b pb-3">
            <div className="grid min-w-0 flex-1 gap-1 text-sm">
              <p className="flex flex-wrap items-center gap-2">
                <Moment at={archive.requested_at} />
                <Badge tone={TONES[archive.state]}>{t("data.archive.state", { state: archive.state })}</Badge>
              </p>
              {archive.state === "building" && (
                <Progress value={archive.progress / 100} label={t("data.archive.progress")} />
              )}
              {archive.state === "ready" && (
                <p className="text-muted-foreground">
                  {t("data.archive.until")} <Moment at={archive.expires_at} style="date" />
                </p>
              )}
            </div>
            {archive.state === "ready" && (
              <Button
                variant="outline"
                size="sm"
                busy={fetchIt.isPending && fetchIt.variables === archive.id}
                onClick={() => fetchIt.mutate(archive.id)}
              >
                {t("data.archive.fetch")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        variant="outline"
        className="justify-self-start"
        busy={ask.isPending}
        onClick={() => ask.mutate()}
      >
        {t("data.archive.ask")}
      </Button>
    </Card>
  );
}

function Closing() {
  const t = useT();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({ queryKey: ["closing"], queryFn: account.closing });
  const form = useForm({
    initial: { password: "", accept: false },
    validate: ({ password, accept }) => ({
      password: password ? undefined : t("field.required"),
      accept: accept ? undefined : t("data.close.accept.error"),
    }),
    submit: async ({ password }) => {
      await account.closeAccount(password);
      player.setTokens(null);
      toast(t("data.close.done"), "success");
      await navigate({ to: "/" });
    },
  });
  return (
    <Card className="grid grid-cols-1 gap-4 p-5">
      <h2 className="font-semibold text-lg">{t("data.close")}</h2>
      <p className="text-muted-foreground text-sm">{t("data.close.text")}</p>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-16" />}
      {data && !data.can_close && (
        <Callout tone="warning" icon={<CircleAlert size={18} />} title={t("data.close.first")}>
          <ul className="grid gap-1">
            {data.obstacles.map((found) => (
              <li key={`${found.kind}${found.currency}`}>
                {t("data.close.obstacle", { kind: found.kind })}{" "}
                {found.amount && found.currency && <Money amount={found.amount} currency={found.currency} />}
              </li>
            ))}
          </ul>
          <Link to="/wallet/withdraw" className="font-medium text-primary underline">
            {t("data.close.withdraw")}
          </Link>
        </Callout>
      )}
      {data?.can_close && (
        <form {...form.props} className="grid gap-4">
          <FormFailure failure={form.failure} />
          {data.losses.length > 0 && (
            <Callout tone="warning" icon={<CircleAlert size={18} />} title={t("data.close.losses")}>
              <ul className="grid gap-1">
                {data.losses.map((lost) => (
                  <li key={`${lost.kind}${lost.currency}`}>
                    {t("ledger.account", { account: lost.kind })}{" "}
                    <Money amount={lost.amount} currency={lost.currency} />
                  </li>
                ))}
              </ul>
            </Callout>
          )}
          <Field label={t("credentials.password.now")} error={form.errors.password}>
            <PasswordInput {...form.text("password")} autoComplete="current-password" />
          </Field>
          <Checkbox
            name="accept"
            checked={form.values.accept}
            onChange={(checked) => form.set("accept", checked)}
            error={form.errors.accept}
            label={t("data.close.accept")}
          />
          <Button type="submit" variant="danger" className="justify-self-start" busy={form.busy}>
            {t("data.close.submit")}
          </Button>
        </form>
      )}
    </Card>
  );
}

import { isProblem } from "@stakehouse/api";
import { ownApi, type TelegramBot } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText, useForm } from "@stakehouse/kit";
import { Badge, Button, Callout, Dialog, Field, Input, Skeleton, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, Info } from "lucide-react";
import { useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Can, Gate } from "~/app/permissions";

const KEY = ["telegram-bot"];
const NAME = /^[A-Za-z][A-Za-z0-9_]{3,31}$/;
const REASON_LETTERS = 3;

/** The house's Telegram bot, by which people sign in; its token and secret are never shown again. */
export default function TelegramPage() {
  return (
    <Gate permission="settings:view">
      <Bot />
    </Gate>
  );
}

function Bot() {
  const t = useT();
  const [removing, setRemoving] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    // A house without a bot is no failure.
    queryFn: () =>
      ownApi.telegramBot().catch((failure: unknown) => {
        if (isProblem(failure, "telegram_not_set_up")) return null;
        throw failure;
      }),
  });
  return (
    <Page title={t("bot.title")} back={{ to: "/settings", label: t("nav.settings") }}>
      <div className="grid min-w-0 max-w-2xl grid-cols-1 gap-6">
        <p className="text-muted-foreground">{t("bot.lead")}</p>
        {error && data === undefined && <QueryError error={error} onRetry={() => void refetch()} />}
        {data === undefined && !error && <Skeleton className="h-64 rounded-xl" />}
        {data === null && (
          <Callout icon={<Info size={18} />} title={t("bot.none")}>
            {t("bot.none_text")}
          </Callout>
        )}
        {data && <Facts bot={data} />}
        {data !== undefined && (
          <Can permission="settings:edit">
            <BotForm key={data?.updated_at ?? ""} bot={data} />
            {data && (
              <Button
                variant="outline"
                size="sm"
                className="justify-self-start text-danger!"
                onClick={() => setRemoving(true)}
              >
                {t("bot.remove")}
              </Button>
            )}
          </Can>
        )}
      </div>
      {removing && <RemoveBot onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function Facts({ bot }: { bot: TelegramBot }) {
  const t = useT();
  const kept = (has: boolean) => (
    <Badge tone={has ? "success" : "neutral"}>{t(has ? "bot.kept" : "bot.not_given")}</Badge>
  );
  return (
    <FactList
      className="rounded-xl border p-4"
      items={[
        [t("bot.name"), `@${bot.username}`],
        [t("bot.number"), bot.bot_id],
        [t("bot.token"), kept(bot.has_token)],
        [t("bot.secret"), kept(bot.has_client_secret)],
        [t("bot.changed"), <Moment key="at" at={bot.updated_at} style="full" />],
      ]}
    />
  );
}

function BotForm({ bot }: { bot: TelegramBot | null }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { username: bot?.username ?? "", token: "", client_secret: "" },
    validate: ({ username, token }) => ({
      username: NAME.test(username.trim().replace(/^@/, "")) ? undefined : t("bot.name_needed"),
      token: token.trim() || bot ? undefined : t("field.required"),
    }),
    submit: async ({ username, token, client_secret }) => {
      const saved = await ownApi.setTelegramBot({
        username: username.trim().replace(/^@/, ""),
        ...(token.trim() && { token: token.trim() }),
        ...(client_secret.trim() && { client_secret: client_secret.trim() }),
      });
      queries.setQueryData(KEY, saved);
      toast(t("bot.saved"), "success");
    },
  });
  return (
    <form {...form.props} className="grid gap-4 rounded-xl border p-4">
      {form.failure && (
        <div role="alert">
          <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
        </div>
      )}
      <Field label={t("bot.name")} hint={t("bot.name_hint")} error={form.errors.username}>
        <Input {...form.text("username")} autoComplete="off" maxLength={33} />
      </Field>
      <Field label={t("bot.token")} hint={t("bot.token_hint")} error={form.errors.token}>
        <Input {...form.text("token")} type="password" autoComplete="off" maxLength={120} />
      </Field>
      <Field label={t("bot.secret")} hint={t("bot.secret_hint")} error={form.errors.client_secret}>
        <Input {...form.text("client_secret")} type="password" autoComplete="off" maxLength={200} />
      </Field>
      <Button type="submit" size="sm" className="justify-self-start" busy={form.busy}>
        {t("settings.save")}
      </Button>
    </form>
  );
}

function RemoveBot({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const remove = useMutation({
    mutationFn: () => ownApi.removeTelegramBot(reason.trim()),
    onSuccess: () => {
      toast(t("bot.removed"), "success");
      onClose();
    },
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("bot.remove_title")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            disabled={reason.trim().length < REASON_LETTERS}
            onClick={() => remove.mutate()}
          >
            {t("bot.remove")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t("bot.remove_text")}</p>
        <Field label={t("reason.label")}>
          <Textarea
            value={reason}
            maxLength={500}
            data-autofocus=""
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}

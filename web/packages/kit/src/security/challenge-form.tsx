import { isProblem } from "@stakehouse/api";
import type { Challenge } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Button, Callout, CodeInput, Field, Input, PasswordInput } from "@stakehouse/ui";
import { CircleAlert, Fingerprint } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useErrorText } from "../query";
import type { Reply, SecurityCalls } from "./calls";
import { signWithPasskey } from "./passkey";

const METHODS = ["passkey", "totp", "sms", "email", "recovery_code", "password"] as const;
type Method = (typeof METHODS)[number];

interface ChallengeFormProps {
  challenge: Challenge;
  calls: SecurityCalls;
  /** Sends the answer; a refusal it throws is told to the person. */
  onReply: (reply: Reply) => Promise<void>;
}

/** Asks for one of the ways in which a person can prove themselves, and takes what they give. */
export function ChallengeForm({ challenge, calls, onReply }: ChallengeFormProps) {
  const t = useT();
  const errorText = useErrorText();
  const offered = METHODS.filter((method) => challenge.methods.includes(method));
  const [method, setMethod] = useState<Method | undefined>(offered[0]);
  const [value, setValue] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!method) return <p className="text-muted-foreground">{t("security.ask.nothing")}</p>;
  const isSent = method === "sms" || method === "email";
  const asksCode = method !== "passkey" && (!isSent || sentTo !== null);

  function choose(next: Method) {
    setMethod(next);
    setValue("");
    setSentTo(null);
    setFailure(null);
  }

  async function attempt(act: () => Promise<void>) {
    setFailure(null);
    setBusy(true);
    try {
      await act();
    } catch (error) {
      setValue("");
      if (isProblem(error, "invalid_code")) setFailure(t("security.ask.wrong"));
      else if (isProblem(error, "challenge_over")) setFailure(t("security.ask.over"));
      else setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  }

  const reply = (given: Omit<Reply, "challenge" | "method">) =>
    attempt(() => onReply({ challenge: challenge.challenge, method: method as string, ...given }));

  const send = () =>
    attempt(async () => setSentTo((await calls.send(challenge.challenge, method as string)).sent_to));

  const takePasskey = () =>
    attempt(async () => {
      const signed = challenge.passkey ? await signWithPasskey(challenge.passkey) : null;
      if (!signed) setFailure(t("security.passkeys.failed"));
      else await onReply({ challenge: challenge.challenge, method: "passkey", passkey: signed });
    });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || !asksCode || !value) return;
    void reply(method === "password" ? { password: value } : { code: value });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {failure && (
        <div role="alert">
          <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure} />
        </div>
      )}
      {method === "passkey" && (
        <Button size="lg" busy={busy} icon={<Fingerprint size={20} />} onClick={() => void takePasskey()}>
          {t("security.ask.passkey")}
        </Button>
      )}
      {isSent && sentTo === null && (
        <Button size="lg" busy={busy} onClick={() => void send()}>
          {t("security.ask.send")}
        </Button>
      )}
      {asksCode && (
        <>
          <Field
            label={t(`security.ask.code.${method}`)}
            hint={sentTo === null ? undefined : t("security.ask.sent", { to: sentTo })}
          >
            {method === "password" ? (
              <PasswordInput
                value={value}
                autoComplete="current-password"
                onChange={(event) => setValue(event.target.value)}
                data-autofocus
              />
            ) : method === "recovery_code" ? (
              <Input
                value={value}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                onChange={(event) => setValue(event.target.value)}
              />
            ) : (
              <CodeInput
                value={value}
                disabled={busy}
                onChange={setValue}
                onComplete={(code) => void reply({ code })}
              />
            )}
          </Field>
          <Button type="submit" size="lg" busy={busy} disabled={!value}>
            {t("security.ask.submit")}
          </Button>
          {isSent && (
            <Button variant="ghost" disabled={busy} onClick={() => void send()}>
              {t("security.ask.again")}
            </Button>
          )}
        </>
      )}
      {offered.length > 1 && (
        <div className="grid gap-2 border-t pt-4">
          <p className="text-muted-foreground text-sm">{t("security.ask.others")}</p>
          <div className="flex flex-wrap gap-2">
            {offered
              .filter((each) => each !== method)
              .map((each) => (
                <Button key={each} variant="outline" size="sm" disabled={busy} onClick={() => choose(each)}>
                  {t(`security.${each}`)}
                </Button>
              ))}
          </div>
        </div>
      )}
    </form>
  );
}

import type { AddedFactor, AuthenticatorKey, Challenge } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Button, Callout, CodeInput, CopyText, Dialog, Field, Input } from "@stakehouse/ui";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useForm } from "../form";
import type { SecurityCalls } from "./calls";

interface SetUpProps {
  calls: SecurityCalls;
  onClose: () => void;
  onAdded: (added: AddedFactor) => void;
}

/** Shows the key of an authenticator app as a picture and as text, and takes its first code. */
export function AppDialog({ app, calls, onClose, onAdded }: SetUpProps & { app: AuthenticatorKey | null }) {
  const t = useT();
  const form = useForm({
    initial: { code: "" },
    submit: async ({ code }) => onAdded(await calls.confirmApp(code)),
  });
  return (
    <Dialog open={app !== null} onClose={onClose} title={t("security.totp.dialog")}>
      {app && (
        <form {...form.props} className="grid gap-4">
          <Failure message={form.failure?.message} />
          <figure className="grid justify-items-center gap-3">
            <img
              src={`data:image/svg+xml;utf8,${encodeURIComponent(app.qr_svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))}`}
              alt={t("security.totp.scan")}
              className="size-52 rounded-lg bg-ink-paper p-2"
            />
            <figcaption className="text-center text-muted-foreground text-sm">
              {t("security.totp.scan")}, {t("security.totp.type")}
            </figcaption>
          </figure>
          <p className="text-center">
            <CopyText text={app.secret} />
          </p>
          <Field label={t("security.totp.code")} error={form.errors.code}>
            <CodeInput value={form.values.code} onChange={(code) => form.set("code", code)} />
          </Field>
          <Button type="submit" size="lg" busy={form.busy} disabled={form.values.code.length < 6}>
            {t("security.totp.confirm")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

/** Takes a mobile number, and the code that went there. */
export function PhoneDialog({ open, calls, onClose, onAdded }: SetUpProps & { open: boolean }) {
  const t = useT();
  const [asked, setAsked] = useState<Challenge | null>(null);
  const number = useForm({
    initial: { phone: "" },
    submit: async ({ phone }) => setAsked(await calls.beginPhone(phone)),
  });
  const proof = useForm({
    initial: { code: "" },
    submit: async ({ code }) => {
      if (asked) onAdded(await calls.confirmPhone(asked.challenge, code));
    },
  });
  return (
    <Dialog
      open={open}
      onClose={() => {
        setAsked(null);
        onClose();
      }}
      title={t("security.sms.dialog")}
    >
      {asked ? (
        <form {...proof.props} className="grid gap-4">
          <Failure message={proof.failure?.message} />
          <Field label={t("security.sms.code")} error={proof.errors.code}>
            <CodeInput value={proof.values.code} onChange={(code) => proof.set("code", code)} />
          </Field>
          <Button type="submit" size="lg" busy={proof.busy} disabled={proof.values.code.length < 6}>
            {t("security.sms.confirm")}
          </Button>
        </form>
      ) : (
        <form {...number.props} className="grid gap-4">
          <Failure message={number.failure?.message} />
          <Field
            label={t("security.sms.phone")}
            hint={t("security.sms.phone.hint")}
            error={number.errors.phone}
          >
            <Input {...number.text("phone")} type="tel" autoComplete="tel" inputMode="tel" />
          </Field>
          <Button type="submit" size="lg" busy={number.busy}>
            {t("security.sms.send")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

function Failure({ message }: { message: ReactNode }) {
  if (!message) return null;
  return (
    <div role="alert">
      <Callout tone="danger" icon={<CircleAlert size={18} />} title={message} />
    </div>
  );
}

import type { AddedFactor, Security } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Badge, Button, Dialog, Field, Input, toast } from "@stakehouse/ui";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { useForm } from "../form";
import { Moment } from "../moment";
import type { SecurityCalls } from "./calls";
import { Row } from "./factor-card";
import { makePasskey } from "./passkey";

type Passkey = Security["passkeys"][number];

interface PasskeysProps {
  security: Security;
  calls: SecurityCalls;
  onAdded: (added: AddedFactor) => void;
  onRenamed: () => void;
  onRemove: (passkey: Passkey) => void;
}

/** The passkeys of this site: listed, named, added, taken away. */
export function Passkeys({ security, calls, onAdded, onRenamed, onRemove }: PasskeysProps) {
  const t = useT();
  const [named, setNamed] = useState<Passkey | "new" | null>(null);
  return (
    <Row icon={<Fingerprint size={20} />} title={t("security.passkeys")}>
      <p className="text-muted-foreground text-sm">
        {t(security.takes_passkeys ? "security.passkeys.text" : "security.passkeys.unsupported")}
      </p>
      {security.passkeys.length > 0 && (
        <ul className="grid w-full gap-2">
          {security.passkeys.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center gap-2 rounded-lg border p-3">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <span className="truncate">{passkey.name}</span>
                  {!passkey.is_trusted && <Badge tone="danger">{t("security.passkeys.distrusted")}</Badge>}
                  {passkey.is_synced && <Badge>{t("security.passkeys.synced")}</Badge>}
                </p>
                <p className="text-muted-foreground text-sm">
                  {passkey.last_used_at ? (
                    <>
                      {t("security.passkeys.used")} <Moment at={passkey.last_used_at} />
                    </>
                  ) : (
                    t("security.passkeys.never")
                  )}
                </p>
              </div>
              <Button variant="ghost" size="sm" onClick={() => setNamed(passkey)}>
                {t("security.passkeys.rename")}
              </Button>
              <Button variant="outline" size="sm" onClick={() => onRemove(passkey)}>
                {t("security.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {security.takes_passkeys && (
        <Button size="sm" onClick={() => setNamed("new")}>
          {t("security.passkeys.add")}
        </Button>
      )}
      {named && (
        <NameDialog
          passkey={named === "new" ? null : named}
          calls={calls}
          onClose={() => setNamed(null)}
          onAdded={(added) => {
            setNamed(null);
            onAdded(added);
          }}
          onRenamed={() => {
            setNamed(null);
            onRenamed();
          }}
        />
      )}
    </Row>
  );
}

interface NameDialogProps {
  passkey: Passkey | null;
  calls: SecurityCalls;
  onClose: () => void;
  onAdded: (added: AddedFactor) => void;
  onRenamed: () => void;
}

function NameDialog({ passkey, calls, onClose, onAdded, onRenamed }: NameDialogProps) {
  const t = useT();
  const form = useForm({
    initial: { name: passkey?.name ?? t("security.passkeys.default") },
    validate: ({ name }) => ({ name: name.trim() ? undefined : t("field.required") }),
    submit: async ({ name }) => {
      if (passkey) {
        await calls.renamePasskey(passkey.id, name.trim());
        onRenamed();
        return;
      }
      const asked = await calls.beginPasskey();
      const made = asked.passkey ? await makePasskey(asked.passkey) : null;
      if (!made) {
        toast(t("security.passkeys.failed"), "danger");
        return;
      }
      onAdded(await calls.addPasskey(asked.challenge, name.trim(), made));
    },
  });
  const title = t(passkey ? "security.passkeys.rename" : "security.passkeys.add");
  return (
    <Dialog open onClose={onClose} title={title}>
      <form {...form.props} className="grid gap-4">
        {form.failure && (
          <p role="alert" className="text-danger text-sm">
            {form.failure.message}
          </p>
        )}
        <Field label={t("security.passkeys.name")} error={form.errors.name}>
          <Input {...form.text("name")} maxLength={60} />
        </Field>
        <Button type="submit" size="lg" busy={form.busy}>
          {passkey ? t("security.passkeys.save") : t("security.passkeys.add")}
        </Button>
      </form>
    </Dialog>
  );
}

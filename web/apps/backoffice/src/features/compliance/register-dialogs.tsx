import { houseApi } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Field, Input, PasswordInput, Select, Textarea, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { ReasonDialog } from "~/app/reason-dialog";
import { Asking } from "./asking";

const LETTERS = 3;
const KEY_LETTERS = 8;

interface Closing {
  onClose: () => void;
}

/** Gives the house access to a register. */
export function ConnectRegister({ adapters, onClose }: Closing & { adapters: readonly string[] }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { register: adapters[0] ?? "", base_url: "", key: "", reason: "" },
    validate: ({ base_url, key, reason }) => ({
      base_url: base_url.trim() ? undefined : t("field.required"),
      key: key.trim().length < KEY_LETTERS ? t("registers.key_needed") : undefined,
      reason: reason.trim().length < LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ register, base_url, key, reason }) => {
      const body = { base_url: base_url.trim(), key: key.trim(), reason: reason.trim() };
      await houseApi.connectRegister(register, body);
      await queries.invalidateQueries({ queryKey: ["registers"] });
      toast(t("registers.connected"), "success");
      onClose();
    },
  });
  return (
    <Asking
      title={t("registers.connect")}
      failure={form.failure?.message}
      onClose={onClose}
      act={
        <Button busy={form.busy} onClick={() => void form.send()}>
          {t("registers.connect")}
        </Button>
      }
    >
      <form {...form.props} className="grid gap-4">
        <Field label={t("registers.which")}>
          <Select {...form.text("register")}>
            {adapters.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
        <Field label={t("registers.address")} hint={t("registers.address_hint")} error={form.errors.base_url}>
          <Input {...form.text("base_url")} inputMode="url" autoCapitalize="none" />
        </Field>
        <Field label={t("registers.key")} hint={t("registers.key_hint")} error={form.errors.key}>
          <PasswordInput {...form.text("key")} autoComplete="off" />
        </Field>
        <Field label={t("reason.label")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} />
        </Field>
      </form>
    </Asking>
  );
}

/** Forgets the house's key. */
export function RemoveRegister({ onClose }: Closing) {
  const t = useT();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t("registers.remove")}
      confirm={t("registers.remove")}
      danger
      onClose={onClose}
      onSend={async (reason) => {
        await houseApi.removeRegister(reason);
        await queries.invalidateQueries({ queryKey: ["registers"] });
        toast(t("registers.removed"), "success");
        onClose();
      }}
    >
      <p>{t("registers.remove_what")}</p>
    </ReasonDialog>
  );
}

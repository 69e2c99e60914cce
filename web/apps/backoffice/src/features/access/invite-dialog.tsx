import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Input, Select, toast } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { rolesQuery } from "~/app/queries";

/** Asks a person to join: the mail carries a code that counts for seven days. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const { data: roles } = useQuery(rolesQuery);
  const form = useForm({
    initial: { email: "", name: "", role: "support" },
    validate: ({ email, name }) => ({
      email: email.includes("@") ? undefined : t("sign_in.email_needed"),
      name: name.trim() ? undefined : t("field.required"),
    }),
    submit: async ({ email, name, role }) => {
      await api.invite({ email: email.trim(), name: name.trim(), role });
      void queries.invalidateQueries({ queryKey: ["invitations"] });
      toast(t("team.invited_done", { email }), "success");
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("team.invite")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("team.send")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p>{t("team.invite_text")}</p>
        <Field label={t("sign_in.email")} error={form.errors.email}>
          <Input {...form.text("email")} type="email" autoComplete="off" data-autofocus="" />
        </Field>
        <Field label={t("team.name")} error={form.errors.name}>
          <Input {...form.text("name")} autoComplete="off" maxLength={100} />
        </Field>
        <Field label={t("team.role")}>
          <Select value={form.values.role} onChange={(event) => form.set("role", event.target.value)}>
            {roles?.items.map((role) => (
              <option key={role.role} value={role.role}>
                {role.title}
              </option>
            ))}
          </Select>
        </Field>
        {form.failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={form.failure.message} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

import { api, type Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText, useForm } from "@stakehouse/kit";
import { Button, Callout, ConfirmDialog, Dialog, Field, Input, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";

interface NewRoleProps {
  copyOf?: Role;
  onClose: () => void;
  onMade: (role: Role) => void;
}

/** Names a role of the house's own: empty, or a copy of another one. */
export function NewRole({ copyOf, onClose, onMade }: NewRoleProps) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { title: "" },
    validate: ({ title }) => ({ title: title.trim().length < 2 ? t("field.required") : undefined }),
    submit: async ({ title }) => {
      const body = copyOf ? { copy_of: copyOf.role } : { permissions: [] };
      const made = await api.createRole({ title: title.trim(), ...body });
      await queries.invalidateQueries({ queryKey: ["roles"] });
      toast(t("roles.made", { role: made.title }), "success");
      onMade(made);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={copyOf ? t("roles.copy_of", { role: copyOf.title }) : t("roles.new")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button busy={form.busy} onClick={() => void form.send()}>
            {t("roles.make")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p>{t("roles.new_text")}</p>
        <Field label={t("roles.name")} error={form.errors.title}>
          <Input {...form.text("title")} maxLength={60} data-autofocus="" />
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

/** Deletes a role after saying what that does. */
export function DeleteRole({ role, onClose }: { role: Role; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const gone = useMutation({
    mutationFn: () => api.deleteRole(role.role),
    onSuccess: () => {
      toast(t("roles.deleted", { role: role.title }), "success");
      onClose();
    },
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["roles"] }),
  });
  return (
    <ConfirmDialog
      open
      danger
      onClose={onClose}
      onConfirm={() => gone.mutate()}
      busy={gone.isPending}
      title={t("roles.delete_title", { role: role.title })}
      confirm={t("roles.delete")}
    >
      {t("roles.delete_text", { count: role.holders })}
    </ConfirmDialog>
  );
}

import { uuid } from "@stakehouse/api";
import { api, type FairnessState } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Field, Input, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Dices, RefreshCw } from "lucide-react";
import { FormFailure } from "~/app/form-failure";

const ALLOWED = /^[A-Za-z0-9_-]{1,64}$/;

/** Takes a new client seed, reveals the server seed played under so far and moves on to the next. */
export function RotateForm({ state }: { state: FairnessState }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { client_seed: uuid().slice(0, 18) },
    validate: ({ client_seed }) => ({
      client_seed: ALLOWED.test(client_seed) ? undefined : t("fair.error.client_seed"),
    }),
    explain: (code) => (code === "round_open" ? t("fair.error.round_open") : null),
    submit: async ({ client_seed }) => {
      const { revealed } = await api.rotate({ client_seed });
      toast(t("fair.rotated", { rounds: revealed.rounds }), "success");
      form.set("client_seed", uuid().slice(0, 18));
      await Promise.all(["fairness", "rounds"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <form {...form.props} className="grid gap-4 border-t pt-5">
      <FormFailure failure={form.failure} />
      <Field
        label={t("fair.new_client_seed")}
        hint={t("fair.rotate.hint", { rounds: state.nonce })}
        error={form.errors.client_seed}
      >
        <Input
          {...form.text("client_seed")}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          end={
            <button
              type="button"
              aria-label={t("fair.random_seed")}
              title={t("fair.random_seed")}
              className="grid size-10 place-items-center rounded-md hover:bg-muted"
              onClick={() => form.set("client_seed", uuid().slice(0, 18))}
            >
              <Dices size={18} />
            </button>
          }
        />
      </Field>
      <Button type="submit" busy={form.busy} icon={<RefreshCw size={18} />} className="justify-self-start">
        {t("fair.rotate")}
      </Button>
    </form>
  );
}

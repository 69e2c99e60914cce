import { api, type Me } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Card } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormFailure } from "~/app/form-failure";
import { meQuery } from "~/app/queries";
import { DetailsFields } from "../identity/details-fields";

/** Takes what a national register is asked with from a member of whom the house does not know it. */
export function DetailsCard({ me }: { me: Me }) {
  const t = useT();
  const queries = useQueryClient();
  const [isDone, setDone] = useState(false);
  const needed = (value: string) => (value.trim() ? undefined : t("field.required"));
  const form = useForm({
    initial: { first_name: me.first_name, last_name: me.last_name, postcode: me.postcode, phone: me.phone },
    validate: ({ first_name, last_name, postcode }) => ({
      first_name: needed(first_name),
      last_name: needed(last_name),
      postcode: needed(postcode),
    }),
    submit: async ({ phone, ...rest }) => {
      const fresh = await api.setDetails({ ...rest, ...(phone.trim() ? { phone } : {}) });
      queries.setQueryData(meQuery.queryKey, fresh);
      setDone(true);
    },
  });
  if (isDone)
    return (
      <Card className="grid gap-2 p-5" role="status">
        <h2 className="display text-2xl">{t("payout.details_done")}</h2>
        <p className="text-muted-foreground text-sm">{t("payout.details_done_text")}</p>
      </Card>
    );
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="display text-2xl">{t("payout.details_title")}</h2>
      <form {...form.props} className="grid gap-4">
        <FormFailure failure={form.failure} />
        <DetailsFields form={form} />
        <Button type="submit" size="lg" className="justify-self-start" busy={form.busy}>
          {t("payout.details_save")}
        </Button>
      </form>
    </Card>
  );
}

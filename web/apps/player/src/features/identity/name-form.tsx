import { api, type Me } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, Card, Field, Input, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { meQuery } from "~/app/queries";

const VERIFIED = "verified";

/** The name as it stands in one's papers; stated by oneself until it was verified. */
export function NameForm({ me }: { me: Me }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [first, setFirst] = useState(me.first_name);
  const [last, setLast] = useState(me.last_name);
  const save = useMutation({
    mutationFn: () => api.setName(first.trim(), last.trim()),
    onSuccess: (fresh) => {
      queries.setQueryData(meQuery.queryKey, fresh);
      toast(t("account.name.saved"), "success");
    },
    onError: (failure) => toast(errorText(failure), "danger"),
  });
  if (me.kyc_status === VERIFIED)
    return me.last_name ? (
      <p className="font-medium">
        {me.first_name} {me.last_name}
      </p>
    ) : null;

  function send(event: FormEvent) {
    event.preventDefault();
    if (first.trim() && last.trim() && !save.isPending) save.mutate();
  }

  return (
    <Card className="p-5">
      <form onSubmit={send} className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("account.name.first")} hint={t("account.name.hint")}>
          <Input
            value={first}
            maxLength={100}
            autoComplete="given-name"
            onChange={(event) => setFirst(event.target.value)}
          />
        </Field>
        <Field label={t("account.name.last")}>
          <Input
            value={last}
            maxLength={100}
            autoComplete="family-name"
            onChange={(event) => setLast(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="secondary" className="justify-self-start" busy={save.isPending}>
          {t("account.name.save")}
        </Button>
      </form>
    </Card>
  );
}

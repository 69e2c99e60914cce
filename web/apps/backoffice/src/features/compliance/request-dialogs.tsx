import { type ExclusionRequest, houseApi } from "@stakehouse/api/house";
import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Field, Input, toast } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePaused } from "~/app/paused";
import { ReasonDialog } from "~/app/reason-dialog";
import { Asking } from "./asking";
import { ExclusionFields, NEW_EXCLUSION, trimmed, useExclusionCheck } from "./exclusion-fields";

const LETTERS = 3;
const SHOWN = 5;

interface Props {
  request: ExclusionRequest;
  onClose: () => void;
}

/** Matches a request with a member, and keeps them out. */
export function ExcludeAsked({ request, onClose }: Props) {
  const t = useT();
  const queries = useQueryClient();
  const check = useExclusionCheck();
  const form = useForm({
    initial: { ...NEW_EXCLUSION, member_id: "" },
    validate: (values) => ({
      member_id: values.member_id ? undefined : t("requests.choose"),
      ...check(values),
    }),
    submit: async (values) => {
      await houseApi.excludeAsked(request.id, trimmed(values));
      await queries.invalidateQueries();
      toast(t("requests.done_excluded"), "success");
      onClose();
    },
  });
  return (
    <Asking
      title={t("requests.exclude")}
      failure={form.failure?.message}
      onClose={onClose}
      act={
        <Button variant="danger" busy={form.busy} onClick={() => void form.send()}>
          {t("requests.exclude")}
        </Button>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("requests.exclude_text")}</p>
        <Finder
          known={request.known_as}
          chosen={form.values.member_id}
          onChoose={(id) => form.set("member_id", id)}
          error={form.errors.member_id}
        />
        <ExclusionFields form={form} />
      </form>
    </Asking>
  );
}

interface FinderProps {
  known: string;
  chosen: string;
  onChoose: (id: string) => void;
  error: string | undefined;
}

function Finder({ known, chosen, onChoose, error }: FinderProps) {
  const t = useT();
  const [query, setQuery] = useState(known);
  const wanted = usePaused(query.trim());
  const found = useQuery({
    queryKey: ["members-for-request", wanted],
    queryFn: ({ signal }) => api.members({ query: wanted, limit: String(SHOWN) }, signal),
    enabled: wanted.length >= LETTERS,
  });
  return (
    <fieldset className="grid gap-3">
      <Field label={t("requests.find")} hint={t("requests.find_hint")} error={error}>
        <Input value={query} autoCapitalize="none" onChange={(event) => setQuery(event.target.value)} />
      </Field>
      {found.data?.items.length === 0 && <p className="text-sm">{t("requests.none_found")}</p>}
      <ul className="grid gap-2">
        {found.data?.items.map((one) => (
          <li key={one.id}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg border p-3 text-sm has-checked:border-primary">
              <input
                type="radio"
                name="member"
                checked={chosen === one.id}
                onChange={() => onChoose(one.id)}
              />
              <span className="grid min-w-0">
                <span className="font-medium">{one.username}</span>
                <span className="break-all text-muted-foreground">{one.email}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Turns a request down, with the reason. */
export function DeclineRequest({ request, onClose }: Props) {
  const t = useT();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t("requests.decline")}
      confirm={t("requests.decline")}
      onClose={onClose}
      onSend={async (reason) => {
        await houseApi.declineAsked(request.id, reason);
        await queries.invalidateQueries({ queryKey: ["exclusion-requests"] });
        toast(t("requests.done_declined"), "success");
        onClose();
      }}
    />
  );
}

import { type ExclusionRequest, houseApi } from "@stakehouse/api/house";
import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Field, Input, Select, Textarea, toast } from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Asking } from "./asking";

const LETTERS = 3;
const SHOWN = 5;
const TERMS = ["P6M", "P1Y", "P2Y", "P5Y", "forever"] as const;

type Term = (typeof TERMS)[number];

interface Props {
  request: ExclusionRequest;
  onClose: () => void;
}

/** Matches a request with a member, and keeps them out. */
export function ExcludeAsked({ request, onClose }: Props) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { member_id: "", term: "P6M" as Term, evidence: "", reason: "" },
    validate: ({ member_id, evidence, reason }) => ({
      member_id: member_id ? undefined : t("requests.choose"),
      evidence: evidence.trim().length < LETTERS ? t("requests.evidence_needed") : undefined,
      reason: reason.trim().length < LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ evidence, reason, ...rest }) => {
      await houseApi.excludeAsked(request.id, { ...rest, evidence: evidence.trim(), reason: reason.trim() });
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
        <Field label={t("requests.term")}>
          <Select value={form.values.term} onChange={(event) => form.set("term", event.target.value as Term)}>
            {TERMS.map((one) => (
              <option key={one} value={one}>
                {t(`requests.term.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("requests.evidence")} error={form.errors.evidence}>
          <Textarea {...form.text("evidence")} maxLength={500} />
        </Field>
        <Field label={t("reason.label")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} />
        </Field>
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
  const wanted = query.trim();
  const found = useQuery({
    queryKey: ["members-for-request", wanted],
    queryFn: () => api.members({ query: wanted, limit: String(SHOWN) }),
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
  const form = useForm({
    initial: { reason: "" },
    validate: ({ reason }) => ({
      reason: reason.trim().length < LETTERS ? t("reason.needed") : undefined,
    }),
    submit: async ({ reason }) => {
      await houseApi.declineAsked(request.id, reason.trim());
      await queries.invalidateQueries({ queryKey: ["exclusion-requests"] });
      toast(t("requests.done_declined"), "success");
      onClose();
    },
  });
  return (
    <Asking
      title={t("requests.decline")}
      failure={form.failure?.message}
      onClose={onClose}
      act={
        <Button busy={form.busy} onClick={() => void form.send()}>
          {t("requests.decline")}
        </Button>
      }
    >
      <form {...form.props} className="grid gap-4">
        <Field label={t("reason.label")} error={form.errors.reason}>
          <Textarea {...form.text("reason")} maxLength={500} />
        </Field>
      </form>
    </Asking>
  );
}

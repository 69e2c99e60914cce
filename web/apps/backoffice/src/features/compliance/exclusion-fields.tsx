import type { ExcludeFor } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import type { FormErrors } from "@stakehouse/kit";
import { Field, Select, Textarea } from "@stakehouse/ui";
import type { ComponentProps } from "react";

const LETTERS = 3;
const TERMS = ["P6M", "P1Y", "P2Y", "P5Y", "forever"] as const;

/** For how long somebody is kept out because others asked, what these showed, and why. */
export interface Exclusion {
  term: ExcludeFor["term"];
  evidence: string;
  reason: string;
}

export const NEW_EXCLUSION: Exclusion = { term: "P6M", evidence: "", reason: "" };

/** The sentences for what is missing. */
export function useExclusionCheck(): (values: Exclusion) => FormErrors<Exclusion> {
  const t = useT();
  return ({ evidence, reason }) => ({
    evidence: evidence.trim().length < LETTERS ? t("protect.evidence_needed") : undefined,
    reason: reason.trim().length < LETTERS ? t("reason.needed") : undefined,
  });
}

/** What is sent: without the blanks around what was written. */
export function trimmed<Values extends Exclusion>(values: Values): Values {
  return { ...values, evidence: values.evidence.trim(), reason: values.reason.trim() };
}

interface Form {
  values: Exclusion;
  errors: FormErrors<Exclusion>;
  set: (name: "term", value: Exclusion["term"]) => void;
  text: (name: "evidence" | "reason") => ComponentProps<typeof Textarea>;
}

export function ExclusionFields({ form }: { form: Form }) {
  const t = useT();
  return (
    <>
      <Field label={t("protect.term")}>
        <Select
          value={form.values.term}
          onChange={(event) => form.set("term", event.target.value as Exclusion["term"])}
        >
          {TERMS.map((one) => (
            <option key={one} value={one}>
              {t(`protect.term.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("protect.evidence")} hint={t("protect.evidence_hint")} error={form.errors.evidence}>
        <Textarea {...form.text("evidence")} maxLength={500} />
      </Field>
      <Field label={t("reason.label")} error={form.errors.reason}>
        <Textarea {...form.text("reason")} maxLength={500} />
      </Field>
    </>
  );
}

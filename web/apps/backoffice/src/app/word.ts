import { isKnown, type MessageId, type Messages, useT } from "@stakehouse/i18n";
import { useCallback } from "react";

/** The groups of words the server says: states, kinds, reasons. */
export type WordGroup =
  | "aml"
  | "aml_fact"
  | "standing"
  | "kyc"
  | "kyc_document"
  | "kyc_reason"
  | "payment_status"
  | "round_status"
  | "approval_status"
  | "approval_kind"
  | "account_kind"
  | "movement"
  | "check"
  | "engine"
  | "category"
  | "limit_kind"
  | "period"
  | "resource"
  | "actor_kind"
  | "journal"
  | "level"
  | "bet"
  | "harm_status"
  | "permission"
  | "permission_area";

/** The texts without parameters. */
export type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

/** Words with underscores as a phrase: what is shown for a word newer than our catalogue. */
export function humanize(value: string): string {
  const text = value.replace(/[._]/g, " ").trim();
  const known = text.replace(/\b(aml|kyc)\b/g, (letters) => letters.toUpperCase());
  return known.charAt(0).toUpperCase() + known.slice(1);
}

/** Translates words that the server says; one that the catalogue lacks is shown as it came. */
export function useWord(): (group: WordGroup, value: string) => string {
  const t = useT();
  return useCallback(
    (group, value) => {
      const id = `${group}.${value}`;
      // Such ids name plain texts only, which the compiler cannot know of a server's word.
      return isKnown(id) ? t(id as PlainId) : humanize(value);
    },
    [t],
  );
}

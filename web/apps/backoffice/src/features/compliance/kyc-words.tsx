import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";

/** A day without a time, in the reader's language; a dash for none. */
export function Day({ on, none }: { on: string | null | undefined; none?: string }) {
  const t = useT();
  return on ? <Moment at={`${on}T12:00:00Z`} style="date" /> : (none ?? t("none"));
}

/** A vendor's own word for a state, as people write it. */
export function spoken(word: string): string {
  return word.replaceAll("_", " ");
}

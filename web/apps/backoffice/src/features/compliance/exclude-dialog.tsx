import { api, type ExcludeFor } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useForm } from "@stakehouse/kit";
import { Button, Field, Select, toast } from "@stakehouse/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Asking } from "./asking";
import { ExclusionFields, NEW_EXCLUSION, trimmed, useExclusionCheck } from "./exclusion-fields";

const ASKERS = ["court", "authority", "family", "other"] as const;

/** Keeps a member out because a court, an authority or the family asked. */
export function ExcludeDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm({
    initial: { ...NEW_EXCLUSION, asked_by: "court" as ExcludeFor["asked_by"] },
    validate: useExclusionCheck(),
    submit: async (values) => {
      await api.excludeFor(memberId, trimmed(values));
      await queries.invalidateQueries();
      toast(t("protect.excluded_done"), "success");
      onClose();
    },
  });
  return (
    <Asking
      title={t("protect.exclude")}
      failure={form.failure?.message}
      onClose={onClose}
      act={
        <Button variant="danger" busy={form.busy} onClick={() => void form.send()}>
          {t("protect.exclude")}
        </Button>
      }
    >
      <form {...form.props} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("protect.exclude_text")}</p>
        <Field label={t("protect.asked_by")}>
          <Select
            value={form.values.asked_by}
            onChange={(event) => form.set("asked_by", event.target.value as ExcludeFor["asked_by"])}
          >
            {ASKERS.map((one) => (
              <option key={one} value={one}>
                {t(`protect.asked_by.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <ExclusionFields form={form} />
      </form>
    </Asking>
  );
}

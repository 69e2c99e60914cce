import { onRefusal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { IconButton } from "@stakehouse/ui";
import { Lock, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Permission } from "~/app/permissions";
import { Why } from "~/features/access/why";

/** Says which permission an act lacked, and leads to the reason; it stays until it is closed. */
export function Refused() {
  const t = useT();
  const [missing, setMissing] = useState<Permission | null>(null);
  useEffect(
    () =>
      onRefusal(({ facts }, isAct) => {
        if (isAct) setMissing(facts.permission as Permission);
      }),
    [],
  );
  if (!missing) return null;
  return (
    <aside
      aria-label={t("state.forbidden.title")}
      className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-md animate-rise items-center gap-3 rounded-lg border bg-card py-1.5 pr-1.5 pl-4 text-sm shadow-float"
    >
      <Lock size={18} className="shrink-0 text-danger" aria-hidden="true" />
      <p className="min-w-0 flex-1 py-1.5">
        {t("refused.lacks")} <code className="break-all text-xs">{missing}</code>
      </p>
      <Why permission={missing} />
      <IconButton size="sm" label={t("action.close")} onClick={() => setMissing(null)}>
        <X size={16} />
      </IconButton>
    </aside>
  );
}

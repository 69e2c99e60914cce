import { type AuditItem, api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useCallback, useState } from "react";
import { EmbeddedList } from "~/list/embedded-list";
import { useList } from "~/list/use-list";
import { useAuditColumns } from "./audit-columns";
import { AuditEntry } from "./audit-entry";

/** What was done to one thing; `resource` is `kind:id`. */
export function AuditOf({ resource }: { resource: string }) {
  const t = useT();
  const [entry, setEntry] = useState<AuditItem | null>(null);
  const fetchPage = useCallback(
    (query: Record<string, string>) => api.audit({ ...query, resource }),
    [resource],
  );
  const list = useList<AuditItem>(`audit.${resource}`, fetchPage);
  const columns = useAuditColumns().filter((column) => column.id !== "resource");
  return (
    <>
      <EmbeddedList
        caption={t("audit.caption")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={setEntry}
        order={{ column: "at", direction: "descending" }}
        empty={t("audit.none_here")}
      />
      {entry && <AuditEntry entry={entry} onClose={() => setEntry(null)} />}
    </>
  );
}

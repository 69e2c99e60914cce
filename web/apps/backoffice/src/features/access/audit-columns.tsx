import type { AuditItem } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { humanize, useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { isId } from "~/shell/palette/entries";

/** The end of a long id; a name as it is. */
function shortened(id: string): string {
  return isId(id) ? id.slice(-12) : id;
}

/** The columns of the audit trail. */
export function useAuditColumns(): Column<AuditItem>[] {
  const t = useT();
  const word = useWord();
  return [
    {
      id: "action",
      header: t("column.act"),
      text: (row) => row.action,
      cell: (row) => (
        <span className="grid py-1 leading-tight">
          <span className="font-medium">{humanize(row.action)}</span>
          {row.reason && <span className="line-clamp-1 text-muted-foreground text-xs">{row.reason}</span>}
        </span>
      ),
    },
    {
      id: "actor",
      header: t("column.actor"),
      text: (row) => row.actor.name,
      cell: (row) => (
        <span className="wrap-anywhere">
          {row.actor.name || word("actor_kind", row.actor.kind)}
          {row.actor.real_name && (
            <span className="text-muted-foreground"> {t("audit.acting", { name: row.actor.real_name })}</span>
          )}
        </span>
      ),
    },
    {
      id: "resource",
      header: t("column.resource"),
      rank: 2,
      text: (row) => `${row.resource.kind}:${row.resource.id}`,
      cell: (row) => (
        <span>
          {word("resource", row.resource.kind)}{" "}
          <code className="text-muted-foreground text-xs">{shortened(row.resource.id)}</code>
        </span>
      ),
    },
    {
      id: "address",
      header: t("column.address"),
      rank: 3,
      text: (row) => row.address,
      cell: (row) => <span className="figures text-muted-foreground">{row.address}</span>,
    },
    {
      id: "reason",
      header: t("reason.label"),
      optional: true,
      rank: 3,
      text: (row) => row.reason,
      cell: (row) => row.reason,
    },
    {
      id: "at",
      header: t("column.at"),
      align: "end",
      text: (row) => row.at,
      cell: (row) => <Moment at={row.at} className="figures whitespace-nowrap text-muted-foreground" />,
    },
  ];
}

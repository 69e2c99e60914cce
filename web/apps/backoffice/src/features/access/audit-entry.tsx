import type { AuditItem } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Callout, CopyText, Dialog } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { MessageSquareText } from "lucide-react";
import { FactList } from "~/app/fact-list";
import { humanize, useWord } from "~/app/word";
import { DiffView } from "./diff-view";

/** One act in full: who, to what, why, from where, and what it changed. */
export function AuditEntry({ entry, onClose }: { entry: AuditItem; onClose: () => void }) {
  const t = useT();
  const word = useWord();
  const { actor, resource } = entry;
  return (
    <Dialog
      open
      onClose={onClose}
      title={humanize(entry.action)}
      shape="side"
      className="w-[min(38rem,100vw)]!"
    >
      <div className="grid gap-5">
        {entry.reason && (
          <Callout icon={<MessageSquareText size={17} />} title={t("reason.label")}>
            {entry.reason}
          </Callout>
        )}
        <DiffView before={entry.before} after={entry.after} />
        <FactList
          items={[
            [t("column.at"), <Moment key="at" at={entry.at} style="full" />],
            [t("column.actor"), `${actor.name} (${word("actor_kind", actor.kind)})`],
            ...(actor.real_name ? [[t("audit.real_actor"), actor.real_name] as const] : []),
            [
              t("column.resource"),
              <span key="resource" className="inline-flex flex-wrap items-center gap-x-2">
                {word("resource", resource.kind)}
                <ResourceLink kind={resource.kind} id={resource.id} />
              </span>,
            ],
            [t("column.address"), entry.address || t("none")],
            [t("audit.user_agent"), entry.user_agent || t("none")],
            [t("audit.request"), <CopyText key="request" text={entry.request_id} cut={10} />],
            [t("audit.entry"), <CopyText key="id" text={entry.id} cut={10} />],
          ]}
        />
      </div>
    </Dialog>
  );
}

function ResourceLink({ kind, id }: { kind: string; id: string }) {
  const t = useT();
  const className = "font-medium text-primary hover:underline";
  const params = { id };
  if (kind === "member")
    return (
      <Link to="/members/$id" params={params} className={className}>
        {t("audit.open")}
      </Link>
    );
  if (kind === "withdrawal")
    return (
      <Link to="/withdrawals/$id" params={params} search={{ status: "all" }} className={className}>
        {t("audit.open")}
      </Link>
    );
  if (kind === "round")
    return (
      <Link to="/rounds/$id" params={params} className={className}>
        {t("audit.open")}
      </Link>
    );
  return id ? <CopyText text={id} cut={10} /> : null;
}

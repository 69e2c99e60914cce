import { isProblem } from "@stakehouse/api";
import { useT } from "@stakehouse/i18n";
import { EmptyState } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Why } from "~/features/access/why";
import { useTitle } from "./page";
import { meQuery, rolesQuery } from "./queries";

/** What a member of staff may do, as the server's routes name it. */
export type Permission = `${string}:${string}`;

/** Tells what the signed-in person may do; the server decides, this only spares a useless click. */
export function useCan(): (permission: Permission) => boolean {
  const { data: me } = useQuery(meQuery);
  const held = new Set(me?.permissions);
  return (permission) => held.has(permission);
}

/** Shows its children to those who may; everybody else does not see the act at all. */
export function Can({ permission, children }: { permission: Permission; children: ReactNode }) {
  return useCan()(permission) ? children : null;
}

/** A page that needs a permission; without it says which one is missing and who could lend a hand. */
export function Gate({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { data: me, error } = useQuery(meQuery);
  if (!me && !isProblem(error)) return null;
  return me?.permissions.includes(permission) ? children : <NoPermission permission={permission} />;
}

function NoPermission({ permission }: { permission: Permission }) {
  const t = useT();
  useTitle(t("state.forbidden.title"));
  const mayRead = useCan()("team:view");
  const { data: roles } = useQuery({ ...rolesQuery, enabled: mayRead });
  const holders = roles?.items.filter((role) => role.permissions.includes(permission)) ?? [];
  return (
    <EmptyState
      className="empty min-h-[60dvh] content-center"
      icon={<Lock size={22} />}
      title={<h1>{t("state.forbidden.title")}</h1>}
    >
      <p>{t("gate.missing")}</p>
      <code className="mt-2 inline-block rounded-md bg-muted px-2 py-1 text-foreground text-xs">
        {permission}
      </code>
      <p className="mt-3">
        {holders.length
          ? t("gate.held_by", { roles: holders.map((role) => role.title).join(", ") })
          : t("gate.ask_owner")}
      </p>
      <p className="mt-3">
        <Why permission={permission} />
      </p>
    </EmptyState>
  );
}

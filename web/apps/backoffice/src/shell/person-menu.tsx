import { api, staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Avatar, Menu, MenuItem, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut, ShieldCheck } from "lucide-react";
import { meQuery } from "~/app/queries";
import { humanize } from "~/app/word";

/** Ends the session here and at the house. */
export async function signOut(): Promise<void> {
  await api.logout().catch(() => undefined);
  staff.setTokens(null);
}

/** Who is signed in, with which roles. */
export function PersonMenu() {
  const t = useT();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  if (!me) return <Skeleton className="h-11 w-full" />;
  return (
    <Menu
      label={t("nav.person", { name: me.name })}
      triggerClassName="flex h-12 w-full min-w-0 items-center gap-2.5 rounded-lg px-2 text-start hover:bg-muted"
      trigger={
        <>
          <Avatar name={me.name} />
          <span className="min-w-0">
            <span className="block truncate font-medium text-sm leading-4">{me.name}</span>
            <span className="block truncate text-muted-foreground text-xs">{me.email}</span>
          </span>
        </>
      }
    >
      <p className="max-w-64 px-3 pt-2 pb-1 text-muted-foreground text-xs">
        {t("nav.roles_held", { roles: me.roles.map(humanize).join(", ") })}
      </p>
      <MenuItem
        onSelect={() => void navigate({ to: "/security" })}
        icon={<ShieldCheck size={16} aria-hidden="true" />}
      >
        {t("nav.security")}
      </MenuItem>
      <MenuItem onSelect={() => void signOut()} icon={<LogOut size={16} aria-hidden="true" />}>
        {t("action.sign_out")}
      </MenuItem>
    </Menu>
  );
}

import type { Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { cx, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { Fragment, useRef, useState } from "react";
import { useShortcuts } from "~/app/keys";
import { Page } from "~/app/page";
import { Gate } from "~/app/permissions";
import { meQuery, rolesQuery } from "~/app/queries";
import { humanize, useWord } from "~/app/word";
import { SearchBox } from "~/list/search-box";
import { areasOf } from "./areas";

/** Which role may do what. */
export default function RolesPage() {
  return (
    <Gate permission="team:view">
      <Roles />
    </Gate>
  );
}

function Roles() {
  const t = useT();
  const [wanted, setWanted] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  useShortcuts(t("keys.list"), [{ keys: "/", label: t("keys.search"), run: () => box.current?.focus() }]);
  const { data, error, refetch } = useQuery(rolesQuery);
  return (
    <Page title={t("nav.roles")} fill>
      <div className="flex flex-wrap items-center gap-3 border-b px-4 py-2 lg:px-6">
        <SearchBox ref={box} label={t("roles.search")} value={wanted} onChange={setWanted} />
        <p className="text-[0.8125rem] text-muted-foreground">{t("roles.note")}</p>
      </div>
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Matrix roles={byReach(data.items)} wanted={wanted?.toLowerCase() ?? ""} />
      ) : (
        <Skeleton className="m-4 h-96 lg:m-6" />
      )}
    </Page>
  );
}

/** The shipped roles before the house's own, the widest first. */
function byReach(roles: readonly Role[]): Role[] {
  return [...roles].sort(
    (a, b) => Number(b.shipped) - Number(a.shipped) || b.permissions.length - a.permissions.length,
  );
}

function Matrix({ roles, wanted }: { roles: readonly Role[]; wanted: string }) {
  const t = useT();
  const { data: me } = useQuery(meQuery);
  const areas = areasOf(roles.flatMap((role) => role.permissions))
    .map((area) => ({
      ...area,
      permissions: area.permissions.filter((permission) => permission.includes(wanted)),
    }))
    .filter((area) => area.permissions.length);
  const sayPermission = useSayPermission();
  const held = roles.map((role) => new Set(role.permissions));
  return (
    <section
      aria-label={t("roles.matrix")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      className="relative min-w-0 flex-1 overflow-auto -outline-offset-2 lg:min-h-0"
    >
      <table className="w-full border-separate border-spacing-0 text-[0.8125rem]">
        <caption className="sr-only">{t("roles.matrix")}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 h-44 w-full min-w-44 max-w-96 border-b bg-card px-4 pb-2 text-start align-bottom font-medium text-muted-foreground text-xs lg:px-6"
            >
              {t("roles.permission")}
            </th>
            {roles.map((role) => (
              <th
                key={role.role}
                scope="col"
                className={cx(
                  "sticky top-0 z-10 h-44 w-13 min-w-13 border-b bg-card pb-3 text-center align-bottom font-medium",
                  me?.roles.includes(role.role) && "text-primary",
                )}
              >
                <span className="inline-block rotate-180 whitespace-nowrap [writing-mode:vertical-rl]">
                  {role.title}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, permissions }) => (
            <Fragment key={area}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={roles.length + 1}
                  className="h-9 border-b bg-muted/50 text-start font-semibold text-xs"
                >
                  <span className="sticky left-0 px-4 lg:px-6">{humanize(area)}</span>
                </th>
              </tr>
              {permissions.map((permission) => (
                <tr key={permission} className="group hover:bg-muted/50">
                  <th
                    scope="row"
                    className="sticky left-0 z-[1] h-12 border-border/60 border-b bg-card px-4 text-start font-normal group-hover:bg-muted lg:px-6"
                  >
                    <span className="block leading-tight">{sayPermission(permission)}</span>
                    <code className="text-muted-foreground text-xs">{permission}</code>
                  </th>
                  {roles.map((role, at) => (
                    <td key={role.role} className="h-12 border-border/60 border-b text-center">
                      <Mark held={held[at]?.has(permission) ?? false} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a permission lets one do, in words; a new one says its name. */
function useSayPermission(): (permission: string) => string {
  const word = useWord();
  return (permission) => word("permission", permission);
}

function Mark({ held }: { held: boolean }) {
  const t = useT();
  if (!held)
    return (
      <>
        <span aria-hidden="true" className="inline-block size-1 rounded-full bg-border" />
        <span className="sr-only">{t("roles.no")}</span>
      </>
    );
  return (
    <>
      <Check size={16} strokeWidth={2.5} aria-hidden="true" className="mx-auto text-primary" />
      <span className="sr-only">{t("roles.yes")}</span>
    </>
  );
}

import type { Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { cx, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { Fragment, useState } from "react";
import { Page } from "~/app/page";
import { Gate } from "~/app/permissions";
import { meQuery, rolesQuery } from "~/app/queries";
import { humanize } from "~/app/word";
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
  const { data, error, refetch } = useQuery(rolesQuery);
  return (
    <Page title={t("nav.roles")} fill>
      <div className="flex flex-wrap items-center gap-3 border-b px-4 py-2 lg:px-6">
        <SearchBox label={t("roles.search")} value={wanted} onChange={setWanted} />
        <p className="text-[0.8125rem] text-muted-foreground">{t("roles.note")}</p>
      </div>
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Matrix roles={data.items} wanted={wanted?.toLowerCase() ?? ""} />
      ) : (
        <Skeleton className="m-4 h-96 lg:m-6" />
      )}
    </Page>
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
  const held = roles.map((role) => new Set(role.permissions));
  return (
    <section
      aria-label={t("roles.matrix")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      className="min-w-0 flex-1 overflow-auto -outline-offset-2 lg:min-h-0"
    >
      <table className="border-separate border-spacing-0 text-[0.8125rem]">
        <caption className="sr-only">{t("roles.matrix")}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 h-28 min-w-44 border-b bg-card px-4 pb-2 text-start align-bottom font-medium text-muted-foreground text-xs lg:px-6"
            >
              {t("roles.permission")}
            </th>
            {roles.map((role) => (
              <th
                key={role.role}
                scope="col"
                className={cx(
                  "sticky top-0 z-10 h-28 w-12 min-w-12 border-b bg-card pb-3 align-bottom font-medium",
                  me?.roles.includes(role.role) && "text-primary",
                )}
              >
                <span className="mx-auto block rotate-180 whitespace-nowrap text-start [writing-mode:vertical-rl]">
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
                    className="sticky left-0 z-[1] h-9 border-border/60 border-b bg-card px-4 text-start font-normal group-hover:bg-muted lg:px-6"
                  >
                    <code className="text-[0.8125rem]">{permission}</code>
                  </th>
                  {roles.map((role, at) => (
                    <td key={role.role} className="h-9 border-border/60 border-b text-center">
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

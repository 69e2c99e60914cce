import type { Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Button, cx, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Fragment, useRef, useState } from "react";
import { useShortcuts } from "~/app/keys";
import { Page } from "~/app/page";
import { Can, Gate, useCan } from "~/app/permissions";
import { meQuery, permissionsQuery, rolesQuery } from "~/app/queries";
import { useWord } from "~/app/word";
import { SearchBox } from "~/list/search-box";
import { areasOf } from "./areas";
import { EditCell, Mark, type Open, RoleMenu } from "./role-cells";
import { DeleteRole, NewRole } from "./role-dialogs";
import { type Draft, draftOf, SaveBar } from "./role-draft";

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
  const [open, setOpen] = useState<Open>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const box = useRef<HTMLInputElement>(null);
  useShortcuts(t("keys.list"), [{ keys: "/", label: t("keys.search"), run: () => box.current?.focus() }]);
  const { data, error, refetch } = useQuery(rolesQuery);
  const edited = data?.items.find((role) => role.role === draft?.role);
  return (
    <Page
      title={t("nav.roles")}
      fill
      actions={
        <Can permission="roles:edit">
          <Button size="sm" icon={<Plus size={16} />} onClick={() => setOpen({ dialog: "new" })}>
            {t("roles.new")}
          </Button>
        </Can>
      }
    >
      <div className="flex flex-wrap items-center gap-3 border-b px-4 py-2 lg:px-6">
        <SearchBox ref={box} label={t("roles.search")} value={wanted} onChange={setWanted} />
        <p className="text-[0.8125rem] text-muted-foreground">{t("roles.note")}</p>
      </div>
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Matrix
          roles={byReach(data.items)}
          wanted={wanted?.toLowerCase() ?? ""}
          draft={draft}
          onDraft={setDraft}
          onOpen={setOpen}
        />
      ) : (
        <Skeleton className="m-4 h-96 lg:m-6" />
      )}
      {draft && edited && <SaveBar role={edited} draft={draft} onDraft={setDraft} />}
      {open?.dialog === "new" && (
        <NewRole
          copyOf={open.copyOf}
          onClose={() => setOpen(null)}
          onMade={(role) => {
            setOpen(null);
            setDraft(draftOf(role));
          }}
        />
      )}
      {open?.dialog === "delete" && <DeleteRole role={open.role} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** The shipped roles before the house's own, the widest first. */
function byReach(roles: readonly Role[]): Role[] {
  return [...roles].sort(
    (a, b) => Number(b.shipped) - Number(a.shipped) || b.permissions.length - a.permissions.length,
  );
}

interface MatrixProps {
  roles: readonly Role[];
  wanted: string;
  draft: Draft | null;
  onDraft: (draft: Draft) => void;
  onOpen: (open: Open) => void;
}

function Matrix({ roles, wanted, draft, onDraft, onOpen }: MatrixProps) {
  const t = useT();
  const can = useCan();
  const { data: me } = useQuery(meQuery);
  const { data: catalogue } = useQuery(permissionsQuery);
  const limitable = new Set(
    catalogue?.items.filter((each) => each.can_be_limited).map((each) => each.permission),
  );
  const all = catalogue?.items.map((each) => each.permission) ?? roles.flatMap((role) => role.permissions);
  const areas = areasOf(all)
    .map((area) => ({
      ...area,
      permissions: area.permissions.filter((permission) => permission.includes(wanted)),
    }))
    .filter((area) => area.permissions.length);
  const word = useWord();
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
              className="sticky top-0 left-0 z-20 h-52 w-full min-w-44 max-w-96 border-b bg-card px-4 pb-2 text-start align-bottom font-medium text-muted-foreground text-xs lg:px-6"
            >
              {t("roles.permission")}
            </th>
            {roles.map((role) => (
              <th
                key={role.role}
                scope="col"
                className={cx(
                  "sticky top-0 z-10 h-52 w-13 min-w-13 border-b bg-card pb-3 text-center align-bottom font-medium",
                  me?.roles.includes(role.role) && "text-primary",
                )}
              >
                <span className="inline-block rotate-180 whitespace-nowrap [writing-mode:vertical-rl]">
                  {role.title}
                </span>
                {can("roles:edit") && (
                  <RoleMenu
                    role={role}
                    held={me?.roles.includes(role.role) ?? false}
                    onDraft={onDraft}
                    onOpen={onOpen}
                  />
                )}
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
                  <span className="sticky left-0 px-4 lg:px-6">{word("permission_area", area)}</span>
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
                      {draft?.role === role.role ? (
                        <EditCell
                          name={t("roles.cell", { permission, role: role.title })}
                          permission={permission}
                          draft={draft}
                          limitable={limitable.has(permission)}
                          onDraft={onDraft}
                        />
                      ) : (
                        <Mark held={held[at]?.has(permission) ?? false} limit={role.limits[permission]} />
                      )}
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

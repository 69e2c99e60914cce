import type { Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { Button, cx, Menu, MenuItem, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Check, Copy, Pencil, Plus, Trash2 } from "lucide-react";
import { Fragment, useRef, useState } from "react";
import { useShortcuts } from "~/app/keys";
import { Page } from "~/app/page";
import { Can, Gate, useCan } from "~/app/permissions";
import { meQuery, permissionsQuery, rolesQuery } from "~/app/queries";
import { humanize, useWord } from "~/app/word";
import { SearchBox } from "~/list/search-box";
import { areasOf } from "./areas";
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

type Open = { dialog: "new"; copyOf?: Role } | { dialog: "delete"; role: Role } | null;

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

interface RoleMenuProps {
  role: Role;
  held: boolean;
  onDraft: (draft: Draft) => void;
  onOpen: (open: Open) => void;
}

function RoleMenu({ role, held, onDraft, onOpen }: RoleMenuProps) {
  const t = useT();
  return (
    <div className="mt-2 flex justify-center">
      <Menu
        label={t("roles.acts", { role: role.title })}
        triggerClassName="grid size-8 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground"
        trigger={<Pencil size={14} />}
      >
        {!role.shipped && !held && (
          <MenuItem icon={<Pencil size={16} />} onSelect={() => onDraft(draftOf(role))}>
            {t("roles.edit")}
          </MenuItem>
        )}
        <MenuItem icon={<Copy size={16} />} onSelect={() => onOpen({ dialog: "new", copyOf: role })}>
          {t("roles.copy")}
        </MenuItem>
        {!role.shipped && (
          <MenuItem icon={<Trash2 size={16} />} onSelect={() => onOpen({ dialog: "delete", role })}>
            {t("roles.delete")}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}

interface EditCellProps {
  name: string;
  permission: string;
  draft: Draft;
  limitable: boolean;
  onDraft: (draft: Draft) => void;
}

/** A box to tick, and the amount up to which the permission goes where it can be limited. */
function EditCell({ name, permission, draft, limitable, onDraft }: EditCellProps) {
  const t = useT();
  const has = draft.held.has(permission);
  return (
    <span className="inline-grid justify-items-center gap-1 px-1">
      <input
        type="checkbox"
        aria-label={name}
        className="size-5 accent-primary"
        checked={has}
        onChange={(event) => {
          const held = new Map(draft.held);
          if (event.target.checked) held.set(permission, null);
          else held.delete(permission);
          onDraft({ ...draft, held });
        }}
      />
      {has && limitable && (
        <input
          aria-label={t("roles.limit_of", { permission })}
          placeholder={t("roles.no_limit")}
          inputMode="decimal"
          className="h-7 w-16 rounded-md border bg-background px-1 text-center text-xs"
          value={draft.held.get(permission) ?? ""}
          onChange={(event) =>
            onDraft({ ...draft, held: new Map(draft.held).set(permission, event.target.value || null) })
          }
        />
      )}
    </span>
  );
}

function Mark({ held, limit }: { held: boolean; limit?: string }) {
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
      {limit && <span className="block text-[0.6875rem] text-muted-foreground">≤ {limit}</span>}
    </>
  );
}

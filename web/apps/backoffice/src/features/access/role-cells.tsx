import type { Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Menu, MenuItem } from "@stakehouse/ui";
import { Check, Copy, Pencil, Trash2 } from "lucide-react";
import { type Draft, draftOf } from "./role-draft";

/** Which dialog stands open. */
export type Open = { dialog: "new"; copyOf?: Role } | { dialog: "delete"; role: Role } | null;

interface RoleMenuProps {
  role: Role;
  held: boolean;
  onDraft: (draft: Draft) => void;
  onOpen: (open: Open) => void;
}

/** What can be done with a role. */
export function RoleMenu({ role, held, onDraft, onOpen }: RoleMenuProps) {
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
export function EditCell({ name, permission, draft, limitable, onDraft }: EditCellProps) {
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

/** Whether a role holds a permission, and up to which amount. */
export function Mark({ held, limit }: { held: boolean; limit?: string }) {
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

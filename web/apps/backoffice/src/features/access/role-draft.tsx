import { api, type Role } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** A role while it is edited: its permissions, each with the amount up to which it goes. */
export interface Draft {
  role: string;
  title: string;
  version: number;
  held: ReadonlyMap<string, string | null>;
}

export function draftOf(role: Role): Draft {
  const held = new Map(role.permissions.map((permission) => [permission, role.limits[permission] ?? null]));
  return { role: role.role, title: role.title, version: role.version, held };
}

export interface Changes {
  added: string[];
  removed: string[];
  limited: string[];
}

/** What saving a draft would change, in the order of the alphabet. */
export function changesOf(role: Role, draft: Draft): Changes {
  const before = draftOf(role).held;
  return {
    added: [...draft.held.keys()].filter((permission) => !before.has(permission)).sort(),
    removed: [...before.keys()].filter((permission) => !draft.held.has(permission)).sort(),
    limited: [...draft.held]
      .filter(([permission, limit]) => before.has(permission) && before.get(permission) !== limit)
      .map(([permission]) => permission)
      .sort(),
  };
}

interface SaveBarProps {
  role: Role;
  draft: Draft;
  onDraft: (draft: Draft | null) => void;
}

/** What is changed and not saved yet, and the two ways out of it. */
export function SaveBar({ role, draft, onDraft }: SaveBarProps) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { added, removed, limited } = changesOf(role, draft);
  const dirty = added.length + removed.length + limited.length > 0 || draft.title !== role.title;
  const save = useMutation({
    mutationFn: () =>
      api.changeRole(role.role, {
        title: draft.title,
        version: draft.version,
        permissions: [...draft.held].map(([permission, max_amount]) => ({ permission, max_amount })),
      }),
    onSuccess: () => {
      toast(t("roles.saved", { role: draft.title }), "success");
      onDraft(null);
    },
    onError: (failure) => toast(errorText(failure), "danger"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["roles"] }),
  });
  return (
    <section
      aria-label={t("roles.changes")}
      className="sticky bottom-0 z-20 grid gap-2 border-t bg-card px-4 py-3 shadow-card lg:px-6"
    >
      <div className="flex flex-wrap items-center gap-3">
        <label className="flex items-center gap-2 text-sm">
          {t("roles.name")}
          <input
            className="h-9 rounded-md border bg-background px-2"
            value={draft.title}
            maxLength={60}
            onChange={(event) => onDraft({ ...draft, title: event.target.value })}
          />
        </label>
        <p className="text-[0.8125rem] text-muted-foreground" aria-live="polite">
          {dirty
            ? t("roles.unsaved", { added: added.length, removed: removed.length, limited: limited.length })
            : t("roles.nothing_changed")}
        </p>
        <div className="ml-auto flex gap-2">
          <Button variant="ghost" size="sm" onClick={() => onDraft(null)}>
            {t("action.cancel")}
          </Button>
          <Button size="sm" disabled={!dirty} busy={save.isPending} onClick={() => save.mutate()}>
            {t("roles.save")}
          </Button>
        </div>
      </div>
      {dirty && (
        <ul className="flex max-h-24 flex-wrap gap-x-3 gap-y-1 overflow-auto text-xs">
          {added.map((permission) => (
            <li key={permission} className="text-success">
              <ins className="no-underline">+ {permission}</ins>
            </li>
          ))}
          {removed.map((permission) => (
            <li key={permission} className="text-danger">
              <del className="no-underline">− {permission}</del>
            </li>
          ))}
          {limited.map((permission) => (
            <li key={permission} className="text-muted-foreground">
              ≤ {permission}: {draft.held.get(permission) ?? t("roles.no_limit")}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

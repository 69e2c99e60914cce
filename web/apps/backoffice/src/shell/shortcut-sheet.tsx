import { useT } from "@stakehouse/i18n";
import { Dialog, Kbd, Switch } from "@stakehouse/ui";
import { keyCaps, type ShortcutGroup, useShortcutGroups, useSingleKeys } from "~/app/keys";

/** What the keyboard can do on this page, and the switch that turns single letters off. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const groups = useShortcutGroups();
  const [single, setSingle] = useSingleKeys();
  return (
    <Dialog open onClose={onClose} title={t("keys.title")} className="w-[min(44rem,calc(100vw-2rem))]!">
      <Switch checked={single} onChange={setSingle} label={t("keys.single")} hint={t("keys.single_hint")} />
      <div className="mt-4 gap-8 sm:columns-2">
        {[...groups].reverse().map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { group: ShortcutGroup }) {
  return (
    <section aria-label={group.title} className="mb-5">
      <h3 className="mb-1.5 font-medium text-muted-foreground text-xs">{group.title}</h3>
      <dl className="grid text-sm">
        {group.shortcuts.map((shortcut) => (
          <div
            key={shortcut.keys}
            className="flex min-h-8 break-inside-avoid items-center justify-between gap-4 border-border/60 border-b last:border-0"
          >
            <dt>{shortcut.label}</dt>
            <dd className="flex shrink-0 gap-1">
              {keyCaps(shortcut.keys).map((cap) => (
                <Kbd key={cap}>{cap}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

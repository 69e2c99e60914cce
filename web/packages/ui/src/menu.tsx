import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { cx } from "./cx";

interface MenuProps {
  /** The button's content; the button itself is made here. */
  trigger: ReactNode;
  label: string;
  triggerClassName?: string;
  className?: string;
  children: ReactNode;
}

/** A list of acts in the browser's popover: light dismiss, Escape, arrow keys between the items. */
export function Menu({ trigger, label, triggerClassName, className, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const [from, box] = [button.current, panel.current];
    if (!open || !from || !box) return;
    const at = from.getBoundingClientRect();
    const below = at.bottom + 6 + box.offsetHeight <= innerHeight;
    box.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - box.offsetHeight)}px`;
    box.style.left = `${Math.min(Math.max(8, at.right - box.offsetWidth), innerWidth - box.offsetWidth - 8)}px`;
    items(box)[0]?.focus();
  }, [open]);

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        className={triggerClassName}
      >
        {trigger}
        <span className="sr-only">{label}</span>
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={(event) => panel.current && move(event, panel.current)}
        className={cx(
          "overlay overlay-pop fixed m-0 min-w-52 max-w-[calc(100vw-1rem)] rounded-lg border bg-card p-1.5 text-foreground shadow-float",
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  children: ReactNode;
}

/** One act of a menu; choosing it closes the menu. */
export function MenuItem({
  onSelect,
  icon,
  danger = false,
  disabled = false,
  checked,
  children,
}: MenuItemProps) {
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked })}
      disabled={disabled}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        onSelect();
      }}
      className={cx(
        "flex min-h-10 w-full items-center gap-3 rounded-md px-3 text-left text-sm outline-offset-0",
        "hover:bg-muted focus-visible:bg-muted disabled:opacity-50",
        danger && "text-danger",
        checked && "font-semibold text-primary",
      )}
    >
      {icon}
      {children}
    </button>
  );
}

/** A caption between groups of a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <p className="caps px-3 pt-2.5 pb-1 text-muted-foreground">{children}</p>;
}

function items(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled), a[href]")];
}

function move(event: React.KeyboardEvent, box: HTMLElement): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  const all = items(box);
  if (!all.length) return;
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Home") all[0]?.focus();
  else if (event.key === "End") all.at(-1)?.focus();
  else if (step) all[(at + step + all.length) % all.length]?.focus();
  else return;
  event.preventDefault();
}

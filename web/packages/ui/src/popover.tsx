import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { cx } from "./cx";

interface PopoverProps {
  /** The button's content; the button itself is made here. */
  trigger: ReactNode;
  label: string;
  triggerClassName?: string;
  className?: string;
  children: ReactNode;
}

/** A small panel of settings beside its button: light dismiss and Escape are the browser's. */
export function Popover({ trigger, label, triggerClassName, className, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const [from, box] = [button.current, panel.current];
    if (!open || !from || !box) return;
    const at = from.getBoundingClientRect();
    box.style.top = `${Math.min(at.bottom + 6, Math.max(8, innerHeight - box.offsetHeight - 8))}px`;
    box.style.left = `${Math.min(Math.max(8, at.right - box.offsetWidth), innerWidth - box.offsetWidth - 8)}px`;
  }, [open]);

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        popoverTarget={id}
        className={triggerClassName}
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === "open")}
        className={cx(
          "overlay overlay-pop fixed m-0 max-h-[80dvh] min-w-56 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border bg-card p-3 text-foreground text-sm shadow-float",
          className,
        )}
      >
        {open && children}
      </div>
    </>
  );
}

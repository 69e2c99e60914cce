import { useT } from "@stakehouse/i18n";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button, IconButton } from "./button";
import { cx } from "./cx";

type Shape = "dialog" | "sheet" | "side";

const shapes: Record<Shape, string> = {
  dialog: "overlay-pop m-auto w-[min(30rem,calc(100vw-2rem))] rounded-xl",
  sheet:
    "overlay-bottom mt-auto mb-0 mx-auto w-full max-w-2xl rounded-t-2xl sm:rounded-2xl sm:mb-auto sm:w-[min(36rem,calc(100vw-2rem))]",
  side: "overlay-side my-0 ml-auto mr-0 h-dvh max-h-none w-[min(30rem,100vw)] rounded-l-xl",
};

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** `sheet` rises from the bottom on phones, `side` slides in from the edge. */
  shape?: Shape;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** The browser's own dialog: modal, closed by Escape or the backdrop, focus kept inside and given back. */
export function Dialog({ open, onClose, title, shape = "dialog", footer, className, children }: DialogProps) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // The backdrop belongs to the dialog element: a click that lands on it and not on a child closes.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, handled by the browser.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={cx(
        "overlay max-h-[92dvh] flex-col bg-card p-0 shadow-float open:flex",
        shapes[shape],
        className,
      )}
    >
      {open && (
        <>
          <header className="flex items-center justify-between gap-4 py-3 pr-3 pl-5">
            <h2 id={titleId} className="display text-2xl">
              {title}
            </h2>
            <IconButton label={t("action.close")} onClick={onClose}>
              <X size={20} />
            </IconButton>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-3 border-t px-5 py-4">{footer}</footer>
          )}
        </>
      )}
    </dialog>
  );
}

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  confirm: ReactNode;
  /** What the way back is called; "Cancel" where nothing else is clearer. */
  dismiss?: ReactNode;
  danger?: boolean;
  busy?: boolean;
  /** Why it was not done; said here, since nothing outside can be read while the dialog is open. */
  failure?: string | null;
  children: ReactNode;
}

/** Asks once more and says what will happen, in numbers where there are any. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  confirm,
  dismiss,
  danger,
  busy,
  failure,
  children,
}: ConfirmProps) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="ghost" onClick={onClose} data-autofocus>
            {dismiss ?? t("action.cancel")}
          </Button>
          <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 text-muted-foreground">
        {children}
        {failure && (
          <p role="alert" className="text-danger text-sm">
            {failure}
          </p>
        )}
      </div>
    </Dialog>
  );
}

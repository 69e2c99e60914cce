import type { ReactNode } from "react";
import { cx } from "./cx";

/** The cap of a key. */
export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd
      className={cx(
        "inline-grid h-5 min-w-5 place-items-center rounded-sm border bg-muted px-1 font-medium font-sans text-[0.6875rem] text-muted-foreground",
        className,
      )}
    >
      {children}
    </kbd>
  );
}

import { cx } from "@stakehouse/ui";
import { type ReactNode, useEffect } from "react";

interface PageProps {
  title: string;
  lead?: ReactNode;
  aside?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** Names the browser tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${document.documentElement.dataset.house ?? "Stakehouse"}`;
    return () => {
      document.title = before;
    };
  }, [title]);
}

/** The frame of a page: its heading, a lead and its content. */
export function Page({ title, lead, aside, narrow = false, children }: PageProps) {
  useTitle(title);
  return (
    <div
      className={cx(
        "mx-auto grid w-full animate-rise grid-cols-1 gap-6 px-4 py-6 sm:px-6 lg:px-8",
        narrow ? "max-w-2xl" : "max-w-5xl",
      )}
    >
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="display text-4xl sm:text-5xl">{title}</h1>
          {lead && <p className="max-w-xl text-muted-foreground">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}

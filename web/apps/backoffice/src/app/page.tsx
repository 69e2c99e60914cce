import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { Link, type LinkProps } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";

interface PageProps {
  title: string;
  /** What stands beside the title: a state, a count. */
  beside?: ReactNode;
  /** The list this page was opened from. */
  back?: LinkProps & { label: string };
  actions?: ReactNode;
  /** Lists fill the panel and scroll inside; other pages scroll as a whole. */
  fill?: boolean;
  children: ReactNode;
}

/** Names the browser tab. */
export function useTitle(title: string): void {
  const t = useT();
  const face = t("backoffice.title");
  useEffect(() => {
    document.title = `${title} · ${document.documentElement.dataset.house ?? "Stakehouse"} ${face}`;
  }, [title, face]);
}

/** The frame of a page: its heading with the acts, then its content. */
export function Page({ title, beside, back, actions, fill = false, children }: PageProps) {
  useTitle(title);
  return (
    <div className={cx("flex min-w-0 flex-1 flex-col", fill && "lg:min-h-0 lg:overflow-hidden")}>
      <header className="z-20 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b bg-card px-4 py-2 lg:sticky lg:top-0 lg:px-6">
        {back && <BackLink {...back} />}
        <h1 className="display min-w-0 truncate text-[1.0625rem]">{title}</h1>
        {beside}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {fill ? (
        children
      ) : (
        <div className="grid min-w-0 grid-cols-1 content-start gap-6 p-4 lg:p-6">{children}</div>
      )}
    </div>
  );
}

function BackLink({ label, ...link }: LinkProps & { label: string }) {
  return (
    <Link
      {...link}
      className="-ml-2 inline-flex h-8 items-center gap-1 rounded-md pr-2 pl-1 text-muted-foreground text-sm hover:bg-muted hover:text-foreground"
    >
      <ChevronLeft size={16} aria-hidden="true" />
      {label}
    </Link>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  aside,
  className,
  children,
}: {
  title: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={cx("grid min-w-0 grid-cols-1 content-start gap-3", className)}>
      <header className="flex min-h-8 flex-wrap items-center gap-3">
        <h2 className="font-semibold text-[0.9375rem]">{title}</h2>
        {aside && <div className="ml-auto flex items-center gap-2">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

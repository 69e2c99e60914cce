import type { ReactNode } from "react";
import { useTitle } from "~/app/page";
import { CardFan } from "./card-fan";

interface AuthFrameProps {
  title: string;
  lead: ReactNode;
  /** The line over the art. */
  motto: string;
  children: ReactNode;
}

/** The frame of the pages that lead into the house: the form, and beside it the house's own deck. */
export function AuthFrame({ title, lead, motto, children }: AuthFrameProps) {
  useTitle(title);
  return (
    <div className="mx-auto grid w-full max-w-5xl flex-1 animate-rise items-center gap-10 px-4 py-8 sm:px-6 lg:grid-cols-[minmax(0,26rem)_1fr] lg:gap-16">
      <div className="mx-auto grid w-full max-w-md gap-6">
        <header className="grid gap-2">
          <h1 className="display text-5xl">{title}</h1>
          {lead && <p className="text-muted-foreground">{lead}</p>}
        </header>
        {children}
      </div>
      <div className="relative hidden h-full min-h-[34rem] overflow-hidden rounded-2xl bg-ink-felt lg:block">
        <CardFan className="absolute inset-0 h-full w-full" />
        <p className="display absolute inset-x-8 bottom-8 text-5xl text-ink-paper">{motto}</p>
      </div>
    </div>
  );
}

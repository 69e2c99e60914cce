import { entryOf } from "@stakehouse/api/entry";
import type { House } from "@stakehouse/api/own";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Avatar, Badge, Callout, cx, Dialog, Input } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, CircleAlert, Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { FACE, housesQuery, useGoTo } from "~/app/houses";
import { matchRank } from "./palette/entries";

/** From so many houses on one types a name instead of looking for it. */
const MANY = 7;

/** Chooses another of one's houses: by the arrow keys, or by typing its name where there are many. */
export default function Houses({ onClose }: { onClose: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  const { data } = useQuery(housesQuery);
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const go = useGoTo();
  const all = data?.items ?? [];
  const firstOther = all.find((house) => !house.current);
  const shown = all.filter((house) => matchRank(`${house.name} ${house.slug}`, typed) > 0);

  function onKeyDown(event: KeyboardEvent) {
    const open = [...(list.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !open.length) return;
    const at = open.indexOf(document.activeElement as HTMLElement);
    open[at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length]?.focus();
    event.preventDefault();
  }

  return (
    <Dialog open onClose={onClose} title={t("switcher.title")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons below. */}
      <div ref={list} className="grid gap-3" onKeyDown={onKeyDown}>
        <p className="text-muted-foreground text-sm">{t("switcher.lead")}</p>
        {go.error && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={errorText(go.error)} />
          </div>
        )}
        {all.length >= MANY && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const first = shown.find((house) => !house.current);
              if (typed.trim() && first) go.mutate(first);
            }}
          >
            <Input
              start={<Search size={18} aria-hidden="true" />}
              aria-label={t("switcher.search")}
              placeholder={t("switcher.search")}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              data-autofocus=""
              onChange={(event) => setTyped(event.target.value)}
            />
          </form>
        )}
        <ul aria-label={t("switcher.title")} className="-mx-2 grid max-h-[50dvh] gap-1 overflow-y-auto p-1">
          {shown.map((house) => (
            <li key={house.slug}>
              <Line
                isFirst={all.length < MANY && house === firstOther}
                house={house}
                busy={go.isPending && go.variables.slug === house.slug}
                onGo={() => go.mutate(house)}
              />
            </li>
          ))}
        </ul>
        {all.length > 0 && !shown.length && (
          <p className="py-4 text-center text-muted-foreground">
            {t("palette.nothing", { typed: typed.trim() })}
          </p>
        )}
        <p role="status" className="sr-only">
          {t("palette.count", { count: shown.length })}
        </p>
      </div>
    </Dialog>
  );
}

interface LineProps {
  house: House;
  isFirst: boolean;
  busy: boolean;
  onGo: () => void;
}

function Line({ house, isFirst, busy, onGo }: LineProps) {
  const t = useT();
  const isReached = entryOf(window.location, house, FACE) !== null;
  return (
    <button
      type="button"
      data-autofocus={isFirst || undefined}
      disabled={house.current || busy || !isReached}
      aria-busy={busy}
      aria-current={house.current || undefined}
      onClick={onGo}
      className={cx(
        "group flex min-h-14 w-full items-center gap-3 rounded-lg px-2.5 text-start",
        house.current ? "bg-muted" : "hover:bg-muted focus-visible:bg-muted disabled:opacity-60",
      )}
    >
      <Avatar name={house.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm">{house.name}</span>
        <span className="block truncate text-muted-foreground text-xs">{house.host ?? house.slug}</span>
      </span>
      {house.current && <Badge tone="success">{t("switcher.here")}</Badge>}
      {!house.current && !isReached && (
        <span className="text-muted-foreground text-xs">{t("switcher.no_host")}</span>
      )}
      {!house.current && isReached && (
        <ArrowRight
          size={16}
          aria-hidden="true"
          className="text-muted-foreground group-hover:text-foreground"
        />
      )}
    </button>
  );
}

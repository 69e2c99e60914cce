import { useT } from "@stakehouse/i18n";
import { shortFactor } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { useEffect, useRef } from "react";
import { wantsMotion } from "../shell/motion";

/** What each further safe tile pays; the next one is lit. */
export function Ladder({
  steps,
  opened,
  isOpen,
}: {
  steps: readonly string[];
  opened: number;
  isOpen: boolean;
}) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const next = list.current?.children[Math.max(0, opened - 1)];
    if (!(next instanceof HTMLElement) || !list.current) return;
    list.current.scrollTo({ left: next.offsetLeft - 24, behavior: wantsMotion() ? "smooth" : "auto" });
  }, [opened]);
  return (
    <ol
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keyboard.
      tabIndex={0}
      aria-label={t("mines.ladder")}
      className="no-bar relative flex gap-1.5 overflow-x-auto py-1"
    >
      {steps.map((step, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          key={at}
          aria-current={isOpen && at === opened ? "step" : undefined}
          className={cx(
            "figures grid h-10 min-w-17 shrink-0 place-items-center rounded-lg px-2.5 font-semibold text-sm transition-colors duration-200",
            at < opened && "bg-ink-mint text-ink-night",
            at === opened && isOpen && "bg-ink-gold text-ink-night",
            at >= opened && !(isOpen && at === opened) && "bg-ink-night/45 text-ink-paper/80",
          )}
        >
          {shortFactor(step)}×
        </li>
      ))}
    </ol>
  );
}

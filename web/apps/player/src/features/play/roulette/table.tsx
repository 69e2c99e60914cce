import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { type KeyboardEvent, useRef, useState } from "react";
import { Chip } from "./chip";
import { colourOf } from "./cloth";
import { type Edge, edgesOf, HALVES, half, type Place, straight, third } from "./places";
import type { ChipTable } from "./use-chips";

interface TableProps {
  chips: ChipTable;
  scale: number;
  disabled: boolean;
  onPut: (place: Place) => void;
  /** The number of the last spin, lit up. */
  number: number | null;
}

const NUMBERS = Array.from({ length: 36 }, (_, at) => at + 1);
const THIRDS = [1, 2, 3] as const;
const fills = { red: "bg-ink-red", black: "bg-ink-black", green: "bg-ink-green" };

/** The cloth: every place is a button with a name; arrow keys go to the next place in that direction. */
export function Table({ chips, scale, disabled, onPut, number }: TableProps) {
  const t = useT();
  const cloth = useRef<HTMLFieldSetElement>(null);
  const [marked, setMarked] = useState<readonly number[]>([]);

  function spot(
    place: Place,
    className: string,
    children?: React.ReactNode,
    style?: React.CSSProperties,
    edge?: Edge,
  ) {
    const lying = chips.table.get(place.id);
    return (
      <button
        key={place.id}
        type="button"
        data-spot
        data-edge={edge}
        style={style}
        tabIndex={place.id === "straight:0" ? 0 : -1}
        disabled={disabled}
        aria-label={nameOf(place, t)}
        aria-pressed={Boolean(lying)}
        onClick={() => onPut(place)}
        onContextMenu={(event) => {
          event.preventDefault();
          chips.take(place);
        }}
        onKeyDown={(event) => (event.key === "Delete" || event.key === "Backspace") && chips.take(place)}
        onPointerEnter={() => setMarked(place.covers)}
        onFocus={() => setMarked(place.covers)}
        className={className}
      >
        {children}
        {lying && (
          <Chip
            units={lying.units}
            scale={scale}
            className="chip-drop pointer-events-none absolute top-1/2 left-1/2 z-10 size-8 -translate-1/2"
          />
        )}
      </button>
    );
  }

  const cell = (n: number) =>
    cx(
      "cloth-cell display relative grid place-items-center text-xl sm:text-2xl",
      fills[colourOf(n)],
      marked.includes(n) && "brightness-125",
      number === n && "cloth-hit",
    );
  const field =
    "display relative grid place-items-center border-0 bg-ink-felt-deep/60 text-lg hover:bg-ink-felt-deep";

  return (
    <fieldset
      ref={cloth}
      aria-label={t("roulette.table")}
      className="cloth"
      onKeyDown={(event) => cloth.current && walk(event, cloth.current)}
      onPointerLeave={() => setMarked([])}
    >
      {spot(straight(0), cx(cell(0), "cloth-zero"), 0)}
      {NUMBERS.map((n) => (
        <div
          key={n}
          className="cloth-number relative"
          style={{ "--c": Math.ceil(n / 3), "--r": (n - 1) % 3 } as React.CSSProperties}
        >
          {spot(straight(n), cx(cell(n), "h-full w-full"), n)}
          {edgesOf(n).map(({ edge, place }) => spot(place, "cloth-edge", null, undefined, edge))}
        </div>
      ))}
      {THIRDS.map((name) =>
        spot(third("column", name), cx(field, "cloth-column"), t("roulette.two_to_one"), {
          "--r": name - 1,
        } as React.CSSProperties),
      )}
      {THIRDS.map((name) =>
        spot(third("dozen", name), cx(field, "cloth-dozen"), t(`roulette.dozen.${name}`), {
          "--d": name - 1,
        } as React.CSSProperties),
      )}
      {HALVES.map((kind, at) =>
        spot(
          half(kind),
          cx(field, "cloth-half"),
          kind === "red" || kind === "black" ? (
            <span aria-hidden="true" className={cx("size-5 rotate-45 rounded-[3px]", fills[kind])} />
          ) : (
            t(`roulette.${kind}`)
          ),
          { "--h": at } as React.CSSProperties,
        ),
      )}
    </fieldset>
  );
}

function nameOf(place: Place, t: ReturnType<typeof useT>): string {
  const numbers = place.covers.join(", ");
  if (place.kind === "straight") return t("roulette.place.straight", { number: numbers });
  if (place.covers.length <= 6) return t("roulette.place.inside", { count: place.covers.length, numbers });
  if (place.kind === "dozen" || place.kind === "column")
    return t(`roulette.place.${place.kind}`, { name: place.numbers?.[0] ?? 1 });
  return t("roulette.place.half", { kind: place.kind });
}

const WAYS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves the focus to the nearest place in the arrow's direction; sideways distance counts double. */
function walk(event: KeyboardEvent, cloth: HTMLElement): void {
  const way = WAYS[event.key];
  const from = document.activeElement;
  if (!way || !(from instanceof HTMLElement)) return;
  event.preventDefault();
  const [x, y] = middle(from);
  let best: { spot: HTMLElement; cost: number } | null = null;
  for (const spot of cloth.querySelectorAll<HTMLElement>("[data-spot]")) {
    const [dx, dy] = [middle(spot)[0] - x, middle(spot)[1] - y];
    const ahead = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    if (ahead < 4) continue;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { spot, cost };
  }
  best?.spot.focus();
}

function middle(element: HTMLElement): [x: number, y: number] {
  const box = element.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

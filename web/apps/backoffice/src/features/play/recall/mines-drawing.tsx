import { useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import { Stage } from "./line-drawings";
import { boardOf, type MinesRecord, type Tile } from "./shapes";

const faces: Record<Tile, string> = {
  gem: "bg-ink-mint text-ink-night",
  boom: "bg-ink-red text-ink-paper ring-2 ring-ink-gold",
  mine: "bg-ink-red/50 text-ink-paper",
  safe: "bg-ink-violet/55",
  hidden: "bg-ink-violet",
};

/** The board: what was opened in which order, and where the mines lay. */
export function MinesDrawing({ record }: { record: MinesRecord }) {
  const t = useT();
  const said = t("recall.mines", { mines: record.mines, opened: record.revealed.length });
  return (
    <Stage label={said} className="bg-ink-plum!">
      <div className="grid w-full max-w-72 grid-cols-5 gap-1.5">
        {boardOf(record).map((tile, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its place on the board.
            key={at}
            className={cx(
              "grid aspect-square place-items-center rounded-lg font-semibold text-sm",
              faces[tile],
            )}
          >
            {(tile === "gem" || tile === "boom") && (
              <span className="figures">{record.revealed.indexOf(at) + 1}</span>
            )}
            {tile === "mine" && <Mine />}
          </span>
        ))}
      </div>
      <p className="text-center text-ink-paper/80 text-sm">{said}</p>
    </Stage>
  );
}

function Mine() {
  return (
    <svg viewBox="0 0 20 20" className="size-1/2" aria-hidden="true">
      <circle cx="10" cy="10" r="5" fill="currentColor" />
      <path d="M10 1v18M1 10h18M3.5 3.5l13 13M16.5 3.5l-13 13" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

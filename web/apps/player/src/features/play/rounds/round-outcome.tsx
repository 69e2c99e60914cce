import type { Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Money } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { colourOf, INKS } from "../roulette/cloth";

interface Shown {
  roll?: string;
  direction?: string;
  target?: string;
  multiplier?: string;
  number?: number;
  bets?: { kind: string; numbers: number[]; stake: string; payout: string }[];
  stops?: number[];
  wins?: { line: number; symbol: string; count: number; multiplier: string }[];
  free_spins?: { multiplier: string }[];
  mines?: number;
  revealed?: number[];
  mine_tiles?: number[];
}

/** What happened in the round, as the player saw it; told by the shape of the outcome. */
export function RoundOutcome({ round }: { round: Round }) {
  const t = useT();
  const shown = (round.outcome ?? {}) as Shown;
  if (shown.roll !== undefined)
    return (
      <Big
        text={shown.roll}
        note={t(`dice.goal.${shown.direction === "under" ? "under" : "over"}`, {
          target: shown.target ?? "",
        })}
      />
    );
  if (shown.number !== undefined)
    return <Spun number={shown.number} bets={shown.bets ?? []} currency={round.currency} />;
  if (shown.stops) return <Reels shown={shown} />;
  if (shown.mines !== undefined) return <Tiles shown={shown} />;
  if (shown.multiplier !== undefined)
    return <Big text={`${shown.multiplier}×`} note={t("limbo.goal", { target: shown.target ?? "" })} />;
  return null;
}

function Big({ text, note }: { text: string; note: string }) {
  return (
    <div className="grid justify-items-center gap-1 rounded-xl bg-ink-night px-4 py-6 text-ink-paper">
      <span className="display figures text-7xl">{text}</span>
      <span className="text-sm opacity-80">{note}</span>
    </div>
  );
}

function Spun({
  number,
  bets,
  currency,
}: {
  number: number;
  bets: NonNullable<Shown["bets"]>;
  currency: string;
}) {
  const t = useT();
  return (
    <div className="grid gap-3">
      <div className="grid justify-items-center rounded-xl bg-ink-felt p-5 text-ink-paper">
        <span
          className="display grid size-24 place-items-center rounded-full border-2 border-ink-gold text-6xl"
          style={{ background: INKS[colourOf(number)] }}
        >
          {number}
        </span>
      </div>
      <table className="w-full text-sm">
        <caption className="sr-only">{t("rounds.bets")}</caption>
        <tbody>
          {bets.map((bet) => (
            <tr key={`${bet.kind}${bet.numbers.join()}`} className="border-b last:border-0">
              <th scope="row" className="py-2 text-start font-medium">
                {t("roulette.kind", { kind: bet.kind })}
                {bet.numbers.length <= 6 && (
                  <span className="text-muted-foreground"> {bet.numbers.join(", ")}</span>
                )}
              </th>
              <td className="text-end">
                <Money amount={bet.stake} currency={currency} />
              </td>
              <td className="w-28 text-end font-semibold">
                <Money amount={bet.payout} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reels({ shown }: { shown: Shown }) {
  const t = useT();
  return (
    <div className="grid gap-2 rounded-xl bg-muted p-4 text-sm">
      <p className="flex justify-between gap-4">
        <span className="text-muted-foreground">{t("slots.stops")}</span>
        <span className="figures font-semibold">{shown.stops?.join(" · ")}</span>
      </p>
      {shown.wins?.map((win) => (
        <p key={win.line} className="flex justify-between gap-4">
          <span className="text-muted-foreground">
            {t("slots.line_win", { line: win.line + 1, count: win.count, symbol: win.symbol })}
          </span>
          <span className="figures font-semibold">{win.multiplier}×</span>
        </p>
      ))}
      {Boolean(shown.free_spins?.length) && (
        <p className="flex justify-between gap-4">
          <span className="text-muted-foreground">{t("slots.free_spins")}</span>
          <span className="figures font-semibold">{shown.free_spins?.length}</span>
        </p>
      )}
    </div>
  );
}

function Tiles({ shown }: { shown: Shown }) {
  const t = useT();
  const tiles = Array.from({ length: 25 }, (_, at) => at);
  return (
    <div
      role="img"
      aria-label={t("mines.recall", { mines: shown.mines ?? 0, opened: shown.revealed?.length ?? 0 })}
      className="mx-auto grid w-52 grid-cols-5 gap-1.5 rounded-xl bg-ink-plum p-3"
    >
      {tiles.map((tile) => {
        const opened = shown.revealed?.includes(tile);
        const mine = shown.mine_tiles?.includes(tile);
        return (
          <span
            key={tile}
            className={cx(
              "aspect-square rounded-md",
              mine && opened && "bg-ink-red",
              mine && !opened && "bg-ink-red/45",
              !mine && opened && "bg-ink-mint",
              !mine && !opened && "bg-ink-violet/60",
            )}
          />
        );
      })}
    </div>
  );
}

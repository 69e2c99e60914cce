import { colour } from "@stakehouse/fair";
import { useT } from "@stakehouse/i18n";
import { Money } from "@stakehouse/kit";
import { cx } from "@stakehouse/ui";
import { useWord } from "~/app/word";
import { Stage } from "./line-drawings";
import type { RouletteRecord } from "./shapes";

const ROWS = [3, 2, 1];
const COLUMNS = 12;
const SHOWN_MOST = 6;

const inks = { red: "bg-ink-red", black: "bg-ink-black", green: "bg-ink-green" };
const faint = { red: "bg-ink-red/45", black: "bg-ink-black/60", green: "bg-ink-green/50" };

/** The cloth with the number that fell and the numbers that were backed; below it each bet. */
export function RouletteDrawing({ record, currency }: { record: RouletteRecord; currency: string }) {
  const t = useT();
  const backed = new Set(record.bets.flatMap((bet) => bet.numbers));
  const said = t("recall.roulette", {
    number: record.number,
    colour: t(`recall.colour.${colour(record.number)}`),
  });
  return (
    <>
      <Stage label={said} className="bg-ink-felt-deep!">
        <div className="grid w-full max-w-xl grid-cols-[auto_1fr] gap-1 text-[0.6875rem]">
          <Pocket number={0} fell={record.number === 0} backed={backed.has(0)} className="h-full w-8" />
          <div className="grid grid-cols-12 gap-1">
            {ROWS.map((row) =>
              Array.from({ length: COLUMNS }, (_, column) => column * 3 + row).map((number) => (
                <Pocket
                  key={number}
                  number={number}
                  fell={number === record.number}
                  backed={backed.has(number)}
                  className="h-9"
                />
              )),
            )}
          </div>
        </div>
        <p className="text-center text-ink-paper/80 text-sm">{said}</p>
      </Stage>
      <Bets record={record} currency={currency} />
    </>
  );
}

interface PocketProps {
  number: number;
  fell: boolean;
  backed: boolean;
  className: string;
}

function Pocket({ number, fell, backed, className }: PocketProps) {
  return (
    <span
      className={cx(
        "figures relative grid place-items-center rounded-sm font-semibold text-ink-paper",
        (fell || backed ? inks : faint)[colour(number)],
        fell && "z-[1] outline-3 outline-ink-gold",
        className,
      )}
    >
      {number}
      {backed && (
        <span
          className={cx(
            "absolute right-0.5 bottom-0.5 size-1.5 rounded-full",
            fell ? "bg-ink-gold" : "bg-ink-paper/80",
          )}
        />
      )}
    </span>
  );
}

function Bets({ record, currency }: { record: RouletteRecord; currency: string }) {
  const t = useT();
  const word = useWord();
  return (
    <table className="w-full text-[0.8125rem]">
      <caption className="sr-only">{t("recall.bets")}</caption>
      <thead>
        <tr className="text-muted-foreground text-xs">
          <th scope="col" className="h-9 px-4 text-start font-medium">
            {t("recall.bet")}
          </th>
          <th scope="col" className="h-9 px-4 text-end font-medium">
            {t("column.stake")}
          </th>
          <th scope="col" className="h-9 px-4 text-end font-medium">
            {t("column.payout")}
          </th>
        </tr>
      </thead>
      <tbody>
        {record.bets.map((bet) => (
          <tr key={`${bet.kind} ${bet.numbers.join()} ${bet.stake}`}>
            <th scope="row" className="h-9 border-t px-4 text-start font-medium">
              {word("bet", bet.kind)}{" "}
              {bet.numbers.length <= SHOWN_MOST && (
                <span className="figures font-normal text-muted-foreground">{bet.numbers.join(", ")}</span>
              )}
            </th>
            <td className="h-9 border-t px-4 text-end">
              <Money amount={bet.stake} currency={currency} />
            </td>
            <td className="h-9 border-t px-4 text-end">
              <Money amount={bet.payout} currency={currency} toned />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

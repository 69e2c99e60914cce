import { useLocale, useT } from "@stakehouse/i18n";
import { cx } from "@stakehouse/ui";
import type { DiceRecord, LimboRecord } from "./shapes";

const TICKS = [0, 25, 50, 75, 100];
const DECADES = 6;

/** The rail from 0 to 100 with the side that won, and where the roll fell. */
export function DiceDrawing({ record }: { record: DiceRecord }) {
  const t = useT();
  const target = Number(record.target);
  const [from, to] = record.direction === "over" ? [target, 100] : [0, target];
  return (
    <Stage label={t(`recall.dice.${record.direction}`, { roll: record.roll, target: record.target })}>
      <Figure won={record.is_won}>{record.roll}</Figure>
      <div className="relative w-full max-w-xl">
        <div className="relative h-3 overflow-hidden rounded-full bg-ink-line">
          <div
            className="absolute inset-y-0 bg-ink-mint"
            style={{ left: `${from}%`, right: `${100 - to}%` }}
          />
        </div>
        <span
          aria-hidden="true"
          className={cx(
            "absolute -top-2 h-7 w-1.5 -translate-x-1/2 rounded-full",
            record.is_won ? "bg-ink-gold" : "bg-ink-coral",
          )}
          style={{ left: `${Number(record.roll)}%` }}
        />
        <Scale marks={TICKS.map((tick) => ({ at: tick, text: String(tick) }))} />
      </div>
      <Note>{t(`recall.dice.${record.direction}`, { roll: record.roll, target: record.target })}</Note>
    </Stage>
  );
}

/** The drawn multiplier on a scale of powers of ten, and the target to reach. */
export function LimboDrawing({ record }: { record: LimboRecord }) {
  const t = useT();
  const short = new Intl.NumberFormat(useLocale(), { notation: "compact" });
  const place = (value: string) => Math.min(100, (Math.log10(Math.max(1, Number(value))) / DECADES) * 100);
  const said = t(record.is_won ? "recall.limbo.won" : "recall.limbo.lost", {
    drawn: record.multiplier,
    target: record.target,
  });
  return (
    <Stage label={said}>
      <Figure won={record.is_won}>{record.multiplier}×</Figure>
      <div className="relative w-full max-w-xl">
        <div className="relative h-3 overflow-hidden rounded-full bg-ink-line">
          <div
            className={cx("absolute inset-y-0 left-0", record.is_won ? "bg-ink-mint" : "bg-ink-coral")}
            style={{ width: `${place(record.multiplier)}%` }}
          />
        </div>
        <span
          aria-hidden="true"
          className="absolute -top-2 h-7 w-1.5 -translate-x-1/2 rounded-full bg-ink-gold"
          style={{ left: `${place(record.target)}%` }}
        />
        <Scale
          marks={Array.from({ length: DECADES + 1 }, (_, power) => ({
            at: (power / DECADES) * 100,
            text: `${short.format(10 ** power)}×`,
          }))}
        />
      </div>
      <Note>{said}</Note>
    </Stage>
  );
}

/** Texts under a rail, each in the middle of its place in percent; the outer ones end with the rail. */
function Scale({ marks }: { marks: readonly { at: number; text: string }[] }) {
  return (
    <div className="figures relative mt-3 h-4 text-ink-paper/70 text-xs">
      {marks.map(({ at, text }) => (
        <span
          key={text}
          className={cx(
            "absolute",
            at > 0 && at < 100 && "-translate-x-1/2",
            at >= 100 && "-translate-x-full",
          )}
          style={{ left: `${at}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** The table on which a drawing lies; the label says in words what it shows. */
export function Stage({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <div
      role="img"
      aria-label={label}
      className={cx(
        "grid min-h-64 content-center justify-items-center gap-6 bg-ink-night p-6 text-ink-paper",
        className,
      )}
    >
      {children}
    </div>
  );
}

function Figure({ won, children }: { won: boolean; children: React.ReactNode }) {
  return (
    <span
      className={cx(
        "figures font-semibold text-6xl tracking-tight",
        won ? "text-ink-mint" : "text-ink-paper",
      )}
    >
      {children}
    </span>
  );
}

function Note({ children }: { children: string }) {
  return <p className="text-center text-ink-paper/80 text-sm">{children}</p>;
}

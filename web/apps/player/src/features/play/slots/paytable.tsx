import { useT } from "@stakehouse/i18n";
import { SlotSymbol } from "@stakehouse/kit/art";
import type { MachineConfig } from "./machine";

/** What every symbol pays for a run from the left, in line bets, and where the lines lie. */
export function Paytable({ machine }: { machine: MachineConfig }) {
  const t = useT();
  const counts = ["3", "4", "5"];
  return (
    <div className="grid gap-5">
      <p>{t("slots.rules", { lines: machine.lines.length, multiplier: machine.free_spin_multiplier })}</p>
      <table className="w-full text-sm">
        <caption className="sr-only">{t("slots.paytable")}</caption>
        <thead>
          <tr className="border-b text-muted-foreground">
            <th scope="col" className="py-1.5 text-start font-medium">
              {t("slots.symbol")}
            </th>
            {counts.map((count) => (
              <th key={count} scope="col" className="text-end font-medium">
                {count}×
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(machine.paytable).map(([name, pays]) => (
            <tr key={name} className="border-b">
              <th scope="row" className="flex items-center gap-3 py-1 font-medium capitalize">
                <span className="rounded-md bg-ink-night p-1">
                  <SlotSymbol name={name} className="size-8" />
                </span>
                {name}
              </th>
              {counts.map((count) => (
                <td key={count} className="figures text-end">
                  {pays[count] ?? "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t("slots.scatter_rules", {
          three: machine.free_spins["3"] ?? 0,
          four: machine.free_spins["4"] ?? 0,
          five: machine.free_spins["5"] ?? 0,
        })}
      </p>
      <ul aria-label={t("slots.lines")} className="grid grid-cols-5 gap-2">
        {machine.lines.map((line, number) => (
          <li key={line.join("")} className="grid justify-items-center gap-1 text-muted-foreground text-xs">
            <svg viewBox="0 0 50 30" className="w-full rounded-md bg-muted" aria-hidden="true">
              <polyline
                points={line.map((row, reel) => `${reel * 10 + 5},${row * 10 + 5}`).join(" ")}
                fill="none"
                stroke="var(--primary)"
                strokeWidth="2.4"
                strokeLinejoin="round"
              />
            </svg>
            {number + 1}
          </li>
        ))}
      </ul>
    </div>
  );
}

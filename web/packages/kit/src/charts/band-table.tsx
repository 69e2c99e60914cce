import type { BandChartProps } from "./band-chart";

type Shown = Pick<BandChartProps, "label" | "upper" | "lower" | "between" | "ticks" | "format">;

/** The figures of a band chart as a table, as high as the chart. */
export function BandTable({
  label,
  upper,
  lower,
  between,
  ticks,
  format,
  height,
}: Shown & { height: number }) {
  const lines = [upper, lower, between];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className="overflow-auto" style={{ height }}>
      <table className="w-full text-[0.8125rem]">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-card">
          <tr>
            <td className="border-b" />
            {lines.map((line) => (
              <th key={line.label} scope="col" className="border-b px-3 py-2 text-end font-medium">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ticks.map((tick, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day may be written alike.
            <tr key={at}>
              <th scope="row" className="border-b px-3 py-1.5 text-start font-normal text-muted-foreground">
                {tick}
              </th>
              {lines.map((line) => (
                <td key={line.label} className="figures border-b px-3 py-1.5 text-end">
                  {format(line.values[at] ?? "0")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

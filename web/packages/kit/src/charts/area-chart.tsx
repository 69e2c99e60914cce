import { useT } from "@stakehouse/i18n";
import { Button } from "@stakehouse/ui";
import { AxisBottom, AxisLeft } from "@visx/axis";
import { curveMonotoneX } from "@visx/curve";
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { AreaClosed, LinePath } from "@visx/shape";
import { useEffect, useRef, useState } from "react";

/** One line of a chart; the dash tells lines apart without colour. */
export interface Series {
  id: string;
  label: string;
  color: `var(--chart-${1 | 2 | 3 | 4 | 5 | 6})`;
  dash?: string;
  values: readonly number[];
}

interface AreaChartProps {
  /** A sentence that says what the chart shows. */
  label: string;
  /** The text under each point, as many as there are values. */
  ticks: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
  height?: number;
}

const MARGIN = { top: 12, right: 12, bottom: 26, left: 64 };

/** Lines over time with a reading under the pointer or the arrow keys, and the same figures as a table. */
export function AreaChart({ label, ticks, series, format, height = 260 }: AreaChartProps) {
  const t = useT();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="grid gap-3">
      <figcaption className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        {series.map((line) => (
          <span key={line.id} className="inline-flex items-center gap-2">
            <svg width="20" height="4" aria-hidden="true">
              <line
                x1="0"
                x2="20"
                y1="2"
                y2="2"
                stroke={line.color}
                strokeWidth="3"
                strokeDasharray={line.dash}
              />
            </svg>
            {line.label}
          </span>
        ))}
        <Button variant="ghost" size="sm" className="ml-auto" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? "chart.show_chart" : "chart.show_table")}
        </Button>
      </figcaption>
      {asTable ? (
        <ChartTable label={label} ticks={ticks} series={series} format={format} />
      ) : (
        <Plot label={label} ticks={ticks} series={series} format={format} height={height} />
      )}
    </figure>
  );
}

function Plot({ label, ticks, series, format, height }: Required<AreaChartProps>) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [cursor, setCursor] = useState<number | null>(null);
  const last = Math.max(1, ticks.length - 1);
  const all = series.flatMap((line) => line.values);
  const inner = {
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const x = scaleLinear({ domain: [0, last], range: [0, inner.width] });
  const y = scaleLinear({
    domain: [Math.min(0, ...all), Math.max(1, ...all)],
    range: [inner.height, 0],
    nice: true,
  });
  const step = (by: number) => setCursor((at) => Math.min(last, Math.max(0, (at ?? 0) + by)));
  const axis = { stroke: "var(--border)", tickStroke: "var(--border)", hideTicks: true };
  const text = { fill: "var(--muted-foreground)", fontSize: 11, fontFamily: "inherit" };
  return (
    <div ref={box} className="relative">
      <svg
        role="img"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reading moves with the arrow keys.
        tabIndex={0}
        width={width}
        height={height}
        onKeyDown={(event) => {
          if (event.key === "ArrowRight") step(1);
          if (event.key === "ArrowLeft") step(-1);
        }}
        onPointerLeave={() => setCursor(null)}
        onPointerMove={(event) => {
          const left = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left;
          setCursor(Math.min(last, Math.max(0, Math.round(x.invert(left)))));
        }}
      >
        <Group left={MARGIN.left} top={MARGIN.top}>
          {y.ticks(4).map((tick) => (
            <line
              key={tick}
              x2={inner.width}
              y1={y(tick)}
              y2={y(tick)}
              stroke="var(--border)"
              strokeDasharray="2 4"
            />
          ))}
          {series.map((line) => {
            const points = line.values.map((value, at) => ({ value, at }));
            const shape = {
              data: points,
              x: (p: { at: number }) => x(p.at),
              y: (p: { value: number }) => y(p.value),
            };
            return (
              <g key={line.id}>
                <AreaClosed
                  {...shape}
                  yScale={y}
                  curve={curveMonotoneX}
                  fill={line.color}
                  fillOpacity={0.1}
                />
                <LinePath
                  {...shape}
                  curve={curveMonotoneX}
                  stroke={line.color}
                  strokeWidth={2}
                  strokeDasharray={line.dash}
                />
                {cursor !== null && (
                  <circle cx={x(cursor)} cy={y(line.values[cursor] ?? 0)} r={4} fill={line.color} />
                )}
              </g>
            );
          })}
          {cursor !== null && <line x1={x(cursor)} x2={x(cursor)} y2={inner.height} stroke="var(--input)" />}
          <AxisBottom
            {...axis}
            scale={x}
            top={inner.height}
            numTicks={Math.min(8, ticks.length)}
            tickFormat={(at) => ticks[Number(at)] ?? ""}
            tickLabelProps={{ ...text, textAnchor: "middle" }}
          />
          <AxisLeft
            {...axis}
            hideAxisLine
            scale={y}
            numTicks={4}
            tickFormat={(value) => format(Number(value))}
            tickLabelProps={{ ...text, textAnchor: "end", dx: -4, dy: 4 }}
          />
        </Group>
      </svg>
      {cursor !== null && (
        <div
          role="status"
          className="pointer-events-none absolute top-2 grid gap-1 rounded-lg border bg-card px-3 py-2 text-xs shadow-float"
          style={cursor > last / 2 ? { left: MARGIN.left + 8 } : { right: MARGIN.right + 8 }}
        >
          <span className="font-medium">{ticks[cursor]}</span>
          {series.map((line) => (
            <span key={line.id} className="figures flex justify-between gap-4">
              <span className="text-muted-foreground">{line.label}</span>
              {format(line.values[cursor] ?? 0)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function ChartTable({ label, ticks, series, format }: Omit<AreaChartProps, "height">) {
  return (
    <div className="max-h-80 overflow-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b text-start">
            <td />
            {series.map((line) => (
              <th key={line.id} scope="col" className="px-3 py-2 text-end font-medium">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ticks.map((tick, at) => (
            <tr key={tick} className="border-b">
              <th scope="row" className="px-3 py-1.5 text-start font-normal text-muted-foreground">
                {tick}
              </th>
              {series.map((line) => (
                <td key={line.id} className="figures px-3 py-1.5 text-end">
                  {format(line.values[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

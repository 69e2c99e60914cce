import { useT } from "@stakehouse/i18n";
import { Button } from "@stakehouse/ui";
import { AxisBottom, AxisLeft } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { LinePath } from "@visx/shape";
import { type RefObject, useEffect, useRef, useState } from "react";
import { bandsBetween } from "./band";
import { BandTable } from "./band-table";

/** A line of amounts, each a decimal string. */
export interface AmountLine {
  label: string;
  values: readonly string[];
}

export interface BandChartProps {
  /** A sentence that says what the chart shows. */
  label: string;
  upper: AmountLine;
  lower: AmountLine;
  /** What the space between the lines means. */
  between: AmountLine;
  /** The text under each point. */
  ticks: readonly string[];
  format: (amount: string) => string;
  formatAxis: (value: number) => string;
}

const HEIGHT = 360;
const MARGIN = { top: 12, right: 16, bottom: 28, left: 48 };
const TICK_WIDTH = 64;

/** Two lines and the space between them, coloured by which runs above; the same figures as a table. */
export function BandChart(props: BandChartProps) {
  const t = useT();
  const [asTable, setAsTable] = useState(false);
  const { upper, lower, between } = props;
  return (
    <figure className="grid grid-cols-1 gap-2 rounded-xl border p-4">
      <figcaption className="flex flex-wrap items-center gap-x-5 gap-y-1 text-[0.8125rem]">
        <Key label={upper.label}>
          <line x2="20" y1="5" y2="5" stroke="var(--chart-1)" strokeWidth="2.5" />
        </Key>
        <Key label={lower.label}>
          <line x2="20" y1="5" y2="5" stroke="var(--chart-2)" strokeWidth="2.5" strokeDasharray="5 3" />
        </Key>
        <Key label={between.label}>
          <rect width="10" height="10" fill="var(--success)" opacity="0.28" />
          <rect x="10" width="10" height="10" fill="var(--danger)" opacity="0.4" />
        </Key>
        <Button variant="ghost" size="sm" className="ml-auto h-8!" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? "chart.show_chart" : "chart.show_table")}
        </Button>
      </figcaption>
      {asTable ? <BandTable {...props} height={HEIGHT} /> : <Plot {...props} />}
    </figure>
  );
}

function Key({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg width="20" height="10" aria-hidden="true">
        {children}
      </svg>
      {label}
    </span>
  );
}

function Plot({ label, upper, lower, between, ticks, format, formatAxis }: BandChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [cursor, setCursor] = useState<number | null>(null);
  const last = Math.max(1, ticks.length - 1);
  const inner = {
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  // Pixels need numbers; what is written beside them stays a decimal string.
  const [high, low] = [upper, lower].map((line) => line.values.map((value, x) => ({ x, y: Number(value) })));
  const all = [...(high ?? []), ...(low ?? [])].map((point) => point.y);
  const x = scaleLinear({ domain: [0, last], range: [0, inner.width] });
  const y = scaleLinear({ domain: [0, Math.max(1, ...all)], range: [inner.height, 0], nice: 4 });
  const clamp = (at: number) => Math.min(last, Math.max(0, at));
  const shape = { x: (p: { x: number }) => x(p.x), y: (p: { y: number }) => y(p.y) };
  const text = { fill: "var(--muted-foreground)", fontSize: 11, fontFamily: "inherit" };
  return (
    <div ref={box} className="relative min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reading moves with the arrow keys.
        tabIndex={0}
        width={width}
        height={HEIGHT}
        className="block touch-pan-y rounded-md"
        onKeyDown={(event) => {
          if (event.key === "ArrowRight") setCursor((at) => clamp((at ?? -1) + 1));
          if (event.key === "ArrowLeft") setCursor((at) => clamp((at ?? last + 1) - 1));
          if (event.key === "Escape") setCursor(null);
        }}
        onBlur={() => setCursor(null)}
        onPointerLeave={() => setCursor(null)}
        onPointerMove={(event) => {
          const left = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left;
          setCursor(clamp(Math.round(x.invert(left))));
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
              strokeWidth={tick ? 0.7 : 1}
            />
          ))}
          {bandsBetween(high ?? [], low ?? []).map((band, at) => (
            <polygon
              // biome-ignore lint/suspicious/noArrayIndexKey: the stretches have no other name.
              key={at}
              points={band.shape.map((point) => `${x(point.x)},${y(point.y)}`).join(" ")}
              fill={band.above ? "var(--success)" : "var(--danger)"}
              opacity={band.above ? 0.16 : 0.3}
            />
          ))}
          <LinePath {...shape} data={low} stroke="var(--chart-2)" strokeWidth={1.75} strokeDasharray="5 3" />
          <LinePath {...shape} data={high} stroke="var(--chart-1)" strokeWidth={2} />
          {cursor !== null && (
            <g>
              <line x1={x(cursor)} x2={x(cursor)} y2={inner.height} stroke="var(--input)" />
              <circle
                cx={x(cursor)}
                cy={y(high?.[cursor]?.y ?? 0)}
                r={4}
                fill="var(--chart-1)"
                stroke="var(--card)"
              />
              <circle
                cx={x(cursor)}
                cy={y(low?.[cursor]?.y ?? 0)}
                r={4}
                fill="var(--chart-2)"
                stroke="var(--card)"
              />
            </g>
          )}
          <AxisBottom
            hideAxisLine
            hideTicks
            scale={x}
            top={inner.height}
            tickValues={everyNth(
              ticks.length,
              Math.ceil(ticks.length / Math.max(2, inner.width / TICK_WIDTH)),
            )}
            tickFormat={(at) => ticks[Number(at)] ?? ""}
            tickLabelProps={{ ...text, textAnchor: "middle" }}
          />
          <AxisLeft
            hideAxisLine
            hideTicks
            scale={y}
            numTicks={4}
            tickFormat={(value) => formatAxis(Number(value))}
            tickLabelProps={{ ...text, textAnchor: "end", dx: -6, dy: 4 }}
          />
        </Group>
      </svg>
      {cursor !== null && (
        <div
          role="status"
          className="pointer-events-none absolute top-3 grid gap-1 rounded-lg border bg-card px-3 py-2 text-xs shadow-float"
          style={cursor > last / 2 ? { left: MARGIN.left + 8 } : { right: MARGIN.right + 8 }}
        >
          <span className="font-medium">{ticks[cursor]}</span>
          {[upper, lower, between].map((line) => (
            <span key={line.label} className="figures flex justify-between gap-5">
              <span className="text-muted-foreground">{line.label}</span>
              {format(line.values[cursor] ?? "0")}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function everyNth(count: number, step: number): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => at % step === 0);
}

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

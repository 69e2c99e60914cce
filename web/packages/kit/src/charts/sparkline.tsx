import { curveMonotoneX } from "@visx/curve";
import { scaleLinear } from "@visx/scale";
import { AreaClosed, LinePath } from "@visx/shape";

interface SparklineProps {
  values: readonly number[];
  /** The sentence that says what the line shows. */
  label: string;
  width?: number;
  height?: number;
  className?: string;
}

/** A line without axes, for a figure's recent course. */
export function Sparkline({ values, label, width = 120, height = 32, className }: SparklineProps) {
  const points = values.map((value, at) => ({ at, value }));
  const x = scaleLinear({ domain: [0, Math.max(1, values.length - 1)], range: [1, width - 1] });
  const y = scaleLinear({ domain: [Math.min(0, ...values), Math.max(1, ...values)], range: [height - 2, 2] });
  const at = (point: { at: number }) => x(point.at);
  const up = (point: { value: number }) => y(point.value);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={className}>
      <AreaClosed
        data={points}
        x={at}
        y={up}
        yScale={y}
        curve={curveMonotoneX}
        fill="currentColor"
        fillOpacity={0.14}
      />
      <LinePath data={points} x={at} y={up} curve={curveMonotoneX} stroke="currentColor" strokeWidth={1.75} />
    </svg>
  );
}

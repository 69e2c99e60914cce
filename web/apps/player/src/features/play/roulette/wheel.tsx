import { memo, type Ref } from "react";
import { onCircle, sector } from "../art/geometry";
import { colourOf, INKS, WHEEL } from "./cloth";

const SHARE = 1 / WHEEL.length;

/** Degrees clockwise from the top to the middle of a number's pocket, on a wheel at rest. */
export function pocketAngle(number: number): number {
  return (WHEEL.indexOf(number) + 0.5) * SHARE * 360;
}

const Rotor = memo(function Rotor() {
  return (
    <>
      <circle r="86" fill="var(--ink-night)" />
      {WHEEL.map((number, at) => {
        const [x, y] = onCircle(77, (at + 0.5) * SHARE);
        return (
          <g key={number}>
            <path
              d={sector(52, 85, at * SHARE, (at + 1) * SHARE)}
              fill={INKS[colourOf(number)]}
              stroke="var(--ink-gold)"
              strokeWidth="0.5"
            />
            <text
              x={x}
              y={y}
              fontSize="9"
              textAnchor="middle"
              dominantBaseline="central"
              fill="var(--ink-paper)"
              className="display"
              transform={`rotate(${(at + 0.5) * SHARE * 360} ${x} ${y})`}
            >
              {number}
            </text>
          </g>
        );
      })}
      <circle r="69" fill="none" stroke="var(--ink-gold)" strokeWidth="0.5" strokeOpacity="0.6" />
      <circle r="52" fill="var(--ink-felt-deep)" stroke="var(--ink-gold)" strokeWidth="1.2" />
      <circle
        r="36"
        fill="var(--ink-felt)"
        stroke="var(--ink-gold)"
        strokeWidth="0.6"
        strokeDasharray="1 3"
      />
      {[0, 90, 180, 270].map((turn) => (
        <g key={turn} transform={`rotate(${turn})`}>
          <path d="M-3-5 0-40 3-5z" fill="var(--ink-gold)" />
          <circle cy="-41" r="3" fill="var(--ink-gold)" />
        </g>
      ))}
      <circle r="11" fill="var(--ink-gold)" />
      <circle r="5.5" fill="var(--ink-paper)" opacity="0.65" />
    </>
  );
});

interface WheelProps {
  rotor: Ref<SVGGElement>;
  ball: Ref<SVGGElement>;
  /** The ball lies in a pocket from the last spin. */
  hasBall: boolean;
  className?: string;
}

/** The wheel from above. What turns is turned by hand through the two refs. */
export function Wheel({ rotor, ball, hasBall, className }: WheelProps) {
  return (
    <svg viewBox="-112 -112 224 224" className={className} aria-hidden="true">
      <circle r="110" cy="2" fill="var(--ink-shadow)" />
      <circle r="109" fill="var(--ink-gold)" />
      <circle r="106" fill="var(--ink-coral)" opacity="0.25" />
      <circle r="105" fill="var(--ink-night)" />
      <circle r="96" fill="none" stroke="var(--ink-line)" strokeWidth="13" />
      {Array.from({ length: 8 }, (_, at) => at * 45).map((turn) => (
        <path
          key={turn}
          d="M0-101 2.4-96 0-91-2.4-96z"
          fill="var(--ink-gold)"
          transform={`rotate(${turn + 22.5})`}
        />
      ))}
      <g ref={rotor}>
        <Rotor />
      </g>
      <g ref={ball} visibility={hasBall ? "visible" : "hidden"}>
        <circle cy="-60" r="4.6" cx="0.8" fill="var(--ink-shadow)" />
        <circle cy="-60" r="4.4" fill="var(--ink-paper)" />
        <circle cy="-61.4" cx="-1.3" r="1.3" fill="var(--ink-line)" />
      </g>
    </svg>
  );
}

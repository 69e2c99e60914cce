/** A point on a circle; turns start at twelve o'clock and go clockwise. */
export function onCircle(radius: number, turn: number): [x: number, y: number] {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return [round(Math.cos(angle) * radius), round(Math.sin(angle) * radius)];
}

/** The outline of a ring's sector around the origin, between two radii and two turns. */
export function sector(inner: number, outer: number, from: number, to: number): string {
  const [a, b, c, d] = [
    onCircle(outer, from),
    onCircle(outer, to),
    onCircle(inner, to),
    onCircle(inner, from),
  ];
  const large = to - from > 0.5 ? 1 : 0;
  return `M${a}A${outer} ${outer} 0 ${large} 1 ${b}L${c}A${inner} ${inner} 0 ${large} 0 ${d}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

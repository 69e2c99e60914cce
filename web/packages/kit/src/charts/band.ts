/** A place of a chart in its own units. */
export interface Point {
  x: number;
  y: number;
}

/** One stretch where one line runs above the other, as a closed shape. */
export interface Band {
  above: boolean;
  shape: Point[];
}

/**
 * Cuts the space between two lines where they cross.
 *
 * `above` tells whether the first line is the higher one in that stretch. Both lines have the same places on x.
 */
export function bandsBetween(upper: readonly Point[], lower: readonly Point[]): Band[] {
  const bands: { above: boolean; top: Point[]; bottom: Point[] }[] = [];
  const put = (above: boolean, top: Point, bottom: Point) => {
    const last = bands.at(-1);
    if (last?.above === above) {
      last.top.push(top);
      last.bottom.push(bottom);
    } else bands.push({ above, top: [top], bottom: [bottom] });
  };
  for (const [at, top] of upper.entries()) {
    const bottom = lower[at];
    if (!bottom) break;
    const [topBefore, bottomBefore] = [upper[at - 1], lower[at - 1]];
    const gap = top.y - bottom.y;
    const gapBefore = topBefore && bottomBefore ? topBefore.y - bottomBefore.y : gap;
    const above = gap === 0 ? gapBefore >= 0 : gap > 0;
    if (topBefore && gap !== 0 && gapBefore !== 0 && gap > 0 !== gapBefore > 0) {
      const share = gapBefore / (gapBefore - gap);
      const crossing = {
        x: topBefore.x + share * (top.x - topBefore.x),
        y: topBefore.y + share * (top.y - topBefore.y),
      };
      put(!above, crossing, crossing);
      put(above, crossing, crossing);
    } else if (topBefore && bottomBefore && bands.at(-1)?.above !== above)
      put(above, topBefore, bottomBefore);
    put(above, top, bottom);
  }
  return bands.map(({ above, top, bottom }) => ({ above, shape: [...top, ...bottom.reverse()] }));
}

/** A place on the cloth where chips can lie. */
export interface Place {
  id: string;
  kind: string;
  /** As the bet names them; absent where the kind says it all. */
  numbers?: number[];
  /** The numbers that win, for showing what a place covers. */
  covers: readonly number[];
}

/** Where on a number's cell an inside bet lies; the style sheet turns it with the cloth. */
export type Edge = "along" | "across" | "corner" | "street" | "line" | "zero" | "trio" | "basket";

const ALL = Array.from({ length: 36 }, (_, at) => at + 1);
const RED = new Set([1, 3, 5, 7, 9, 12, 14, 16, 18, 19, 21, 23, 25, 27, 30, 32, 34, 36]);

function inside(kind: string, numbers: number[]): Place {
  return { id: `${kind}:${numbers.join("-")}`, kind, numbers, covers: numbers };
}

/** The straight bet on a number. */
export function straight(number: number): Place {
  return inside("straight", [number]);
}

/** The bets on the edges and corners of a number's cell; each place of the cloth belongs to one cell. */
export function edgesOf(n: number): { edge: Edge; place: Place }[] {
  const first = n % 3 === 1;
  const last = n % 3 === 0;
  const edges: { edge: Edge; place: Place | false }[] = [
    { edge: "along", place: n <= 33 && inside("split", [n, n + 3]) },
    { edge: "across", place: !last && inside("split", [n, n + 1]) },
    { edge: "corner", place: !last && n <= 32 && inside("corner", [n, n + 1, n + 3, n + 4]) },
    { edge: "street", place: first && inside("street", [n, n + 1, n + 2]) },
    { edge: "line", place: first && n <= 31 && inside("six_line", [n, n + 1, n + 2, n + 3, n + 4, n + 5]) },
    { edge: "zero", place: n <= 3 && inside("split", [0, n]) },
    { edge: "trio", place: (n === 1 || n === 2) && inside("trio", [0, n, n + 1]) },
    { edge: "basket", place: n === 1 && { id: "basket", kind: "basket", covers: [0, 1, 2, 3] } },
  ];
  return edges.filter((each): each is { edge: Edge; place: Place } => Boolean(each.place));
}

/** The dozens and columns, by their number. */
export function third(kind: "dozen" | "column", name: 1 | 2 | 3): Place {
  const covers = ALL.filter((n) => (kind === "dozen" ? Math.ceil(n / 12) === name : n % 3 === name % 3));
  return { id: `${kind}:${name}`, kind, numbers: [name], covers };
}

export const HALVES = ["low", "even", "red", "black", "odd", "high"] as const;

const holds: Record<(typeof HALVES)[number], (n: number) => boolean> = {
  low: (n) => n <= 18,
  high: (n) => n > 18,
  even: (n) => n % 2 === 0,
  odd: (n) => n % 2 === 1,
  red: (n) => RED.has(n),
  black: (n) => !RED.has(n),
};

/** A bet on half of the numbers. */
export function half(kind: (typeof HALVES)[number]): Place {
  return { id: kind, kind, covers: ALL.filter(holds[kind]) };
}

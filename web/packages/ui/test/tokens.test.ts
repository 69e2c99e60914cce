// @vitest-environment node
/** Contrast of the tokens for every hue and chroma a tenant can choose, in both themes. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const css = readFileSync(fileURLToPath(new URL("../src/tokens.css", import.meta.url)), "utf8");
const TEXT = 4.5;
const CONTROL = 3;

type Colour = [l: number, c: number, h: number];

/** Reads `--name: light-dark(oklch(l c h), oklch(l c h))` with a tenant's hue and chroma put in. */
function token(name: string, theme: 0 | 1, hue: number, chroma: number): Colour {
  const line = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1];
  if (!line) throw new Error(`no token ${name}`);
  const colours = [
    ...line.matchAll(
      /oklch\(([\d.]+) ((?:min\([^)]*\)[^ )]*\)?|var\(--chroma\)|[\d.]+)) (var\(--hue\)|[\d.]+)\)/g,
    ),
  ];
  const [, l = "", c = "", h = ""] = colours[theme] ?? colours[0] ?? [];
  const own = c.startsWith("min(") ? Math.min(chroma, 0.15) : c === "var(--chroma)" ? chroma : Number(c);
  return [Number(l), own, h.startsWith("var") ? hue : Number(h)];
}

/** OKLCH to linear sRGB, clipped to the gamut as browsers show it. */
function linear([l, c, h]: Colour): number[] {
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ].map((part) => Math.min(1, Math.max(0, part)));
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const pairs: [front: string, back: string, least: number][] = [
  ["foreground", "background", TEXT],
  ["foreground", "card", TEXT],
  ["foreground", "muted", TEXT],
  ["muted-foreground", "background", TEXT],
  ["muted-foreground", "card", TEXT],
  ["muted-foreground", "muted", TEXT],
  ["primary", "card", TEXT],
  ["primary", "muted", TEXT],
  ["primary", "primary-soft", TEXT],
  ["primary-foreground", "primary", TEXT],
  ["success", "success-soft", TEXT],
  ["warning", "warning-soft", TEXT],
  ["danger", "danger-soft", TEXT],
  ["danger", "card", TEXT],
  ["danger-foreground", "danger", TEXT],
  ["foreground", "warning-soft", TEXT],
  ["win", "card", TEXT],
  ["win", "success-soft", TEXT],
  ["loss", "card", TEXT],
  ["loss", "muted", TEXT],
  ["input", "card", CONTROL],
  ["input", "background", CONTROL],
  ["ring", "background", CONTROL],
];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("the %s theme", (_, theme) => {
  it.each(pairs)("shows %s on %s", (front, back, least) => {
    for (let hue = 0; hue < 360; hue += 6) {
      for (const chroma of [0, 0.04, 0.08, 0.13, 0.17, 0.2]) {
        const found = contrast(token(front, theme, hue, chroma), token(back, theme, hue, chroma));
        expect(found, `hue ${hue}, chroma ${chroma}`).toBeGreaterThanOrEqual(least);
      }
    }
  });
});

describe("the printed inks", () => {
  it.each([
    ["ink-paper", "ink-night"],
    ["ink-paper", "ink-felt"],
    ["ink-paper", "ink-felt-deep"],
    ["ink-paper", "ink-red"],
    ["ink-paper", "ink-plum"],
    ["ink-paper", "ink-violet"],
    ["ink-night", "ink-gold"],
    ["ink-gold", "ink-felt"],
    ["ink-night", "ink-mint"],
  ])("show %s on %s", (front, back) => {
    expect(contrast(token(front, 0, 0, 0), token(back, 0, 0, 0))).toBeGreaterThanOrEqual(TEXT);
  });
});

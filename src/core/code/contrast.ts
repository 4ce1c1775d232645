type Rgb = readonly [red: number, green: number, blue: number];

/** The contrast that WCAG 2.2 asks of text of usual size. */
const leastContrast = 4.5;
const poles: readonly Rgb[] = [
  [0, 0, 0],
  [255, 255, 255],
];

/** The contrast of two colours, 1 to 21 (w3.org/TR/WCAG22, "contrast ratio"); undefined unless both are `#rgb` or `#rrggbb`. */
export function contrast(one: string, other: string): number | undefined {
  const [first, second] = [rgbOf(one), rgbOf(other)];
  return first && second && between(first, second);
}

/** The colour, as much darker or lighter as it has to be to be read on a background; undefined as with `contrast`. */
export function readableOn(background: string, color: string): string | undefined {
  const [ground, ink] = [rgbOf(background), rgbOf(color)];
  if (!ground || !ink) return undefined;
  const pole = poles.toSorted((one, other) => between(other, ground) - between(one, ground))[0] ?? ink;
  let shown = ink;
  for (let step = 1; between(shown, ground) < leastContrast; step++) {
    const mixed = (at: 0 | 1 | 2) => Math.round(ink[at] + ((pole[at] - ink[at]) * Math.min(step, 20)) / 20);
    shown = [mixed(0), mixed(1), mixed(2)];
  }
  return `#${shown.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function between(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(color: string): Rgb | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color.trim())?.[1];
  if (digits === undefined) return undefined;
  const wide = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const part = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

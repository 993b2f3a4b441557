/** Red, green and blue of a colour of the screen (sRGB), 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** D65 as the white of sRGB, and D50, which CIELab values of DICOM are relative to (PS3.3 C.10.7.1.1). */
const D50 = [0.9642, 1, 0.8251] as const;
/** From XYZ relative to D50 to linear sRGB, Bradford-adapted. */
const TO_RGB = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const;
const FROM_RGB = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
] as const;

const encode = (linear: number): number =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
const decode = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

const times = (matrix: readonly (readonly [number, number, number])[], by: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (by[at] ?? 0), 0));

/** The curve of CIELab and its inverse (ISO 11664-4). */
const root = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
const cube = (f: number): number => (f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29));

/** A value from 0 to the most as a word of 16 bits. */
const word = (value: number, most: number): number =>
  Math.round((Math.min(most, Math.max(0, value)) / most) * 0xffff);

/** Recommended Display CIELab Value (0062,000D) as filed, 16 bits each (PS3.3 C.10.7.1.1), as a colour of the screen. */
export function rgbOfDicomLab([l, a, b]: readonly [number, number, number]): Rgb {
  const lightness = (l / 0xffff) * 100;
  const fy = (lightness + 16) / 116;
  const fx = fy + ((a / 0xffff) * 255 - 128) / 500;
  const fz = fy - ((b / 0xffff) * 255 - 128) / 200;
  const rgb = times(TO_RGB, [cube(fx) * D50[0], cube(fy) * D50[1], cube(fz) * D50[2]]);
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    Math.round(255 * Math.min(1, Math.max(0, encode(Math.max(0, part))))),
  );
  return [red, green, blue];
}

/** A colour of the screen as Recommended Display CIELab Value, 16 bits each. */
export function dicomLabOfRgb(colour: Rgb): readonly [number, number, number] {
  const xyz = times(
    FROM_RGB,
    colour.map((part) => decode(part / 255)),
  );
  const [fx, fy, fz] = [0, 1, 2].map((at) => root((xyz[at] ?? 0) / (D50[at] ?? 1))) as [
    number,
    number,
    number,
  ];
  return [word(116 * fy - 16, 100), word(500 * (fx - fy) + 128, 255), word(200 * (fy - fz) + 128, 255)];
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
const luminance = (colour: Rgb): number =>
  0.2126 * decode(colour[0] / 255) + 0.7152 * decode(colour[1] / 255) + 0.0722 * decode(colour[2] / 255);

/** Luminance with a contrast of 5:1 against black, that of the faintest colour of midscope's own. */
const LEAST_LUMINANCE = 0.2;

/** The colour, mixed with as much white as it takes to be seen on a film. */
export function visibleOnFilm(colour: Rgb): Rgb {
  for (let share = 0; share < 1; share += 1 / 16) {
    const mixed: Rgb = [mix(colour[0], share), mix(colour[1], share), mix(colour[2], share)];
    if (luminance(mixed) >= LEAST_LUMINANCE) return mixed;
  }
  return [255, 255, 255];
}

const mix = (part: number, share: number): number => Math.round(part + (255 - part) * share);

/** As `#rrggbb`. */
export const hexOf = (colour: Rgb): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** `#rrggbb` or `rrggbb`; undefined for any other text. */
export function rgbOfHex(text: string): Rgb | undefined {
  const found = /^\s*#?([\da-f]{2})([\da-f]{2})([\da-f]{2})\s*$/i.exec(text);
  if (!found) return undefined;
  const part = (at: number): number => Number.parseInt(found[at] ?? '0', 16);
  return [part(1), part(2), part(3)];
}

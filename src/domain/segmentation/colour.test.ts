import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dicomLabOfRgb, hexOf, rgbOfDicomLab, rgbOfHex, visibleOnFilm, type Rgb } from './colour.ts';

const part = fc.integer({ min: 0, max: 255 });
const colours = fc.tuple(part, part, part);

/** L* of 0 to 100, a* and b* of −128 to 127, each over 16 bits (PS3.3 C.10.7.1.1). */
const word = (l: number, a: number, b: number) =>
  [l / 100, (a + 128) / 255, (b + 128) / 255].map((share) => Math.round(65_535 * share)) as [
    number,
    number,
    number,
  ];

/** Against black (WCAG 2.2). */
const contrast = ([red, green, blue]: Rgb): number => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) / 0.05;
};

describe('colours', () => {
  it.each([
    // L*a*b* relative to D50 of the corners of sRGB, as its ICC profile has them.
    [
      [255, 0, 0],
      [54.29, 80.81, 69.89],
    ],
    [
      [0, 255, 0],
      [87.82, -79.29, 80.99],
    ],
    [
      [0, 0, 255],
      [29.57, 68.3, -112.03],
    ],
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ] as const)('%j is %j', (rgb, [l, a, b]) => {
    const found = rgbOfDicomLab(word(l, a, b));
    found.forEach((value, at) => expect(Math.abs(value - (rgb[at] ?? 0))).toBeLessThanOrEqual(1));
    dicomLabOfRgb(rgb).forEach((value, at) =>
      expect(Math.abs(value - (word(l, a, b)[at] ?? 0))).toBeLessThanOrEqual(30),
    );
  });

  it('go to CIELab and hexadecimal and come back', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        rgbOfDicomLab(dicomLabOfRgb(colour)).forEach((value, at) =>
          expect(Math.abs(value - (colour[at] ?? 0))).toBeLessThanOrEqual(1),
        );
        expect(rgbOfHex(hexOf(colour))).toEqual(colour);
      }),
    );
  });

  it.each(['', '#fff', 'red', '#12345', '#gg0000'])('%s is no colour', (text) => {
    expect(rgbOfHex(text)).toBeUndefined();
  });

  it('are lightened as far as they are lost on a film, and no further', () => {
    expect(visibleOnFilm([232, 162, 113])).toEqual([232, 162, 113]);
    fc.assert(
      fc.property(colours, (colour) => {
        expect(contrast(visibleOnFilm(colour))).toBeGreaterThan(4.9);
      }),
    );
  });
});

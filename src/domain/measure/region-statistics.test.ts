import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageAttributes } from '../imaging/image-attributes.ts';
import type { Pixels } from '../imaging/pixels.ts';
import type { ImagePoint } from './image-point.ts';
import type { MeasureTool } from './mark-tool.ts';
import table from './numpy-values.json';
import { pixelsInside, regionOf, type Region } from './region.ts';
import { probeStatistics, regionStatistics, valueReader } from './region-statistics.ts';
import { regionWindow } from './region-window.ts';

const { columns, rows, slope, intercept, padding } = table;

/** As `numpy-values.py` makes it. */
const pixels: Pixels = {
  kind: 'grey',
  columns,
  rows,
  data: Uint16Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    return (x * 7919 + y * 104729 + x * y * 31) % 4093;
  }),
};
const attributes: ImageAttributes = {
  Modality: 'CT',
  RescaleSlope: slope,
  RescaleIntercept: intercept,
  PixelPaddingValue: padding,
  windows: [],
  voiLuts: [],
};
const IMAGE = { pixels, attributes, valuesAreModality: false };

const valueAt = (x: number, y: number): number => (pixels.data[y * columns + x] ?? NaN) * slope + intercept;

function regionBy(tool: string, points: readonly (readonly number[])[]): Region {
  const found = regionOf(tool as MeasureTool, points as unknown as readonly ImagePoint[]);
  if (!found) throw new Error(`${tool} is no region`);
  return found;
}

describe('values of a region are those of numpy', () => {
  it.each(table.cases)('$tool $points', ({ tool, points, pixels: inside, count, mean, sd, min, max }) => {
    const region = regionBy(tool, points);
    const runs = pixelsInside(region, pixels);
    expect(runs.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(inside);
    const found = regionStatistics(IMAGE, region);
    expect(found).toMatchObject({ count, min, max, unit: 'HU' });
    expect(found?.mean).toBeCloseTo(mean, 9);
    expect(found?.sd).toBeCloseTo(sd, 9);
  });
});

describe('a region', () => {
  it('without a pixel, of padding alone, or of colours has no values', () => {
    const dot = regionBy('rectangle', [
      [3.6, 3.6],
      [3.9, 3.9],
    ]);
    expect(regionStatistics(IMAGE, dot)).toBeUndefined();
    const all = regionBy('rectangle', [
      [0, 0],
      [columns, rows],
    ]);
    const blank = { ...pixels, data: new Uint16Array(columns * rows) };
    expect(regionStatistics({ ...IMAGE, pixels: blank }, all)).toBeUndefined();
    const colours: Pixels = { kind: 'rgb', columns: 1, rows: 1, data: new Uint8Array(3) };
    expect(regionStatistics({ ...IMAGE, pixels: colours }, all)).toBeUndefined();
  });

  it('loses no digits where values are large and close together', () => {
    const data = Float64Array.from({ length: 4 }, (_, at) => 1e9 + (at % 2));
    const region = regionBy('rectangle', [
      [0, 0],
      [2, 2],
    ]);
    const found = regionStatistics(
      {
        pixels: { kind: 'grey', columns: 2, rows: 2, data },
        attributes: { windows: [], voiLuts: [] },
        valuesAreModality: false,
      },
      region,
    );
    expect(found).toEqual({ count: 4, mean: 1e9 + 0.5, sd: 0.5, min: 1e9, max: 1e9 + 1, unit: 'stored' });
  });

  it('never has pixels beyond the image, wherever its corners are', () => {
    const coordinate = fc.double({ min: -200, max: 300, noNaN: true });
    const corners = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom('rectangle', 'ellipse', 'freehand'), corners, (tool, points) => {
        for (const { row, start, end } of pixelsInside(regionBy(tool, points), pixels)) {
          expect(row).toBeGreaterThanOrEqual(0);
          expect(row).toBeLessThan(rows);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});

describe('a probe', () => {
  it('reads the pixel that its point lies in', () => {
    expect(probeStatistics(IMAGE, [10, 20])).toMatchObject({
      count: 1,
      mean: valueAt(10, 20),
      sd: 0,
      unit: 'HU',
    });
    expect(probeStatistics(IMAGE, [10.99, 20.99])?.mean).toBe(valueAt(10, 20));
    expect(probeStatistics(IMAGE, [96.5, 70.5])?.mean).toBe(valueAt(96, 70));
    for (const beside of [
      [-0.1, 5],
      [97, 5],
      [5, 71],
    ] as const)
      expect(probeStatistics(IMAGE, beside)).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    [{ Modality: 'CT' }, false, 'stored'],
    [{ Modality: 'CT' }, true, 'HU'],
    [{ Modality: 'CT', RescaleSlope: 1, RescaleIntercept: -1024 }, false, 'HU'],
    [{ Modality: 'DX' }, false, 'stored'],
    [{ Modality: 'DX', RescaleSlope: 1, RescaleIntercept: 0 }, false, 'stored'],
    [{ Modality: 'PT', RescaleSlope: 0.5 }, false, 'rescaled'],
    [{ Modality: 'MR', RescaleType: 'HU', RescaleSlope: 2 }, false, 'HU'],
    [{ Modality: 'PT', RescaleSlope: 0.5 }, true, 'stored'],
  ] as const)('of %j are in %s', (filed, valuesAreModality, unit) => {
    expect(valueReader({ attributes: { windows: [], voiLuts: [], ...filed }, valuesAreModality }).unit).toBe(
      unit,
    );
  });
});

describe('the window of a region', () => {
  it('shows its least value black and its greatest white, PS3.3 C.11.2.1.2.1', () => {
    const { center, width } = regionWindow({ min: -100, max: 300 }, {});
    // Black up to c − 0.5 − (w − 1) / 2, white from c − 0.5 + (w − 1) / 2 on.
    expect(center - 0.5 - (width - 1) / 2).toBe(-100);
    expect(center - 0.5 + (width - 1) / 2).toBe(300);
  });

  it('is exact where the file says so, and never without width', () => {
    expect(regionWindow({ min: 10, max: 30 }, { VOILUTFunction: 'LINEAR_EXACT' })).toEqual({
      center: 20,
      width: 20,
    });
    expect(regionWindow({ min: 7, max: 7 }, { VOILUTFunction: 'SIGMOID' }).width).toBe(1);
    expect(regionWindow({ min: 7, max: 7 }, {})).toEqual({ center: 7.5, width: 1 });
  });
});

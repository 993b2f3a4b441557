import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderSeries, type Slice } from './series-order.ts';

const AXIAL = [1, 0, 0, 0, 1, 0] as const;
const slice = (z: number, InstanceNumber?: number, path = `slice-${z}`): Slice => ({
  path,
  attributes: {
    ImageOrientationPatient: AXIAL,
    ImagePositionPatient: [-100, -100, z],
    ...(InstanceNumber !== undefined && { InstanceNumber }),
  },
});

const coronal = (y: number): Slice => ({
  path: `${y}`,
  attributes: { ImageOrientationPatient: [1, 0, 0, 0, 0, -1], ImagePositionPatient: [0, y, 50] },
});
const numbered = (path: string, InstanceNumber: number): Slice => ({ path, attributes: { InstanceNumber } });
const named = (path: string): Slice => ({ path, attributes: {} });

describe('the slices of a series', () => {
  test('go from the feet to the head, whatever their instance numbers say', () => {
    expect(orderSeries([slice(10, 1), slice(0, 2), slice(5, 3), slice(15, 4)])).toEqual({
      order: [1, 2, 0, 3],
      basis: 'position',
      spacing: 5,
      duplicates: [],
      gaps: [],
    });
  });

  test('go along the normal of their plane', () => {
    // Row L × column F points to the back.
    expect(orderSeries([coronal(3), coronal(-2), coronal(8)]).order).toEqual([1, 0, 2]);
  });

  test('at one place follow their instance numbers, and are said to share it', () => {
    expect(orderSeries([slice(0, 9), slice(5, 3), slice(0.004, 2), slice(10, 1)])).toEqual({
      order: [2, 0, 1, 3],
      basis: 'position',
      spacing: 5,
      duplicates: [1],
      gaps: [],
    });
  });

  test('leave a gap where one is missing', () => {
    const { gaps, spacing } = orderSeries([slice(0), slice(2), slice(6), slice(8), slice(10)]);
    expect(spacing).toBe(2);
    expect(gaps).toEqual([{ at: 2, distance: 4 }]);
  });

  test('without positions follow their instance numbers', () => {
    expect(orderSeries([numbered('a', 3), numbered('b', 1), numbered('c', 2), numbered('d', 2)])).toEqual({
      order: [1, 2, 3, 0],
      basis: 'instance-number',
      fallback: 'no-position',
      duplicates: [2],
      gaps: [],
    });
  });

  test('of several orientations follow their instance numbers', () => {
    const sagittal: Slice = {
      path: 'localizer',
      attributes: {
        ImageOrientationPatient: [0, 1, 0, 0, 0, -1],
        ImagePositionPatient: [0, 0, 0],
        InstanceNumber: 1,
      },
    };
    expect(orderSeries([slice(0, 2), sagittal])).toMatchObject({
      order: [1, 0],
      basis: 'instance-number',
      fallback: 'mixed-orientation',
    });
  });

  test('without positions and numbers follow their paths, numbers in them by value', () => {
    expect(orderSeries([named('s_chunk-10'), named('s_chunk-9'), named('s_chunk-1')])).toEqual({
      order: [2, 1, 0],
      basis: 'path',
      fallback: 'no-position',
      duplicates: [],
      gaps: [],
    });
  });

  test('are none, or one', () => {
    expect(orderSeries([]).order).toEqual([]);
    expect(orderSeries([slice(3)])).toEqual({ order: [0], basis: 'position', duplicates: [], gaps: [] });
  });

  test('are each shown once, in the same order however they were given', () => {
    const slices = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(slices, (filed) => {
        const given = filed.map(([z, instance], at) => slice(z / 2, instance, `path-${at}`));
        const shown = orderSeries(given).order;
        expect(shown.toSorted((a, b) => a - b)).toEqual(given.map((_, at) => at));
        const reversed = given.toReversed();
        expect(orderSeries(reversed).order.map((at) => reversed[at])).toEqual(shown.map((at) => given[at]));
      }),
    );
  });
});

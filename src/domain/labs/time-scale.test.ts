import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisDays, createTimeScale, spreadPlaces } from './time-scale.ts';

describe('createTimeScale', () => {
  it('lays days out evenly between the margins', () => {
    const { place } = createTimeScale(100, 110, 220, 10);
    expect([100, 105, 110].map(place)).toEqual([10, 110, 210]);
  });

  it('has a single day in the middle', () => {
    expect(createTimeScale(100, 100, 220, 10).place(100)).toBe(110);
  });
});

/** How far places were moved, squared. */
const errorOf = (spread: readonly number[], places: readonly number[]): number =>
  spread.reduce((sum, place, at) => sum + (place - (places[at] ?? 0)) ** 2, 0);

describe('spreadPlaces', () => {
  it('leaves alone what does not touch', () => {
    expect(spreadPlaces([10, 30, 60], 20, 0, 100)).toEqual([10, 30, 60]);
  });

  it('moves what touches apart around its middle', () => {
    expect(spreadPlaces([50, 50], 20, 0, 100)).toEqual([40, 60]);
    expect(spreadPlaces([48, 50, 52], 20, 0, 100)).toEqual([30, 50, 70]);
  });

  it('stays between the ends, and goes beyond the last where there is no room', () => {
    expect(spreadPlaces([5, 5], 20, 5, 95)).toEqual([5, 25]);
    expect(spreadPlaces([95, 95], 20, 5, 95)).toEqual([75, 95]);
    expect(spreadPlaces([5, 5, 5], 20, 5, 25)).toEqual([5, 25, 45]);
  });

  it('keeps the order and the gap, and no move that is allowed brings all of it nearer', () => {
    const sorted = fc
      .array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 })
      .map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.integer({ min: 1, max: 20 }), (places, gap) => {
        const spread = spreadPlaces(places, gap, 0, 300);
        const isAllowed = (tried: readonly number[], slack = 0): boolean =>
          tried.every(
            (place, at) =>
              place >= -slack &&
              place <= 300 + slack &&
              (at === 0 || place - (tried[at - 1] ?? 0) >= gap - slack),
          );
        expect(isAllowed(spread, 1e-9)).toBe(true);
        // Any stretch of neighbours moved a little either way.
        const better: (readonly number[])[] = [];
        for (let from = 0; from < spread.length; from++)
          for (let to = from; to < spread.length; to++)
            for (const by of [-0.01, 0.01]) {
              const moved = spread.map((place, at) => (at >= from && at <= to ? place + by : place));
              if (isAllowed(moved) && errorOf(moved, places) < errorOf(spread, places) - 1e-9)
                better.push(moved);
            }
        expect(better).toEqual([]);
      }),
    );
  });
});

describe('axisDays', () => {
  it('names days in steps from the zero', () => {
    expect(axisDays(97, 116, 100, 10)).toEqual([98, 100, 102, 104, 106, 108, 110, 112, 114, 116]);
    expect(axisDays(0, 5, 100, 10)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('keeps few over years', () => {
    expect(axisDays(-825, 1202, 0, 10)).toEqual([-500, 0, 500, 1000]);
  });

  it('has the zero where it lies between the ends, and never more than fit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5_000, max: 5_000 }),
        fc.nat(9_000),
        fc.integer({ min: -9_000, max: 9_000 }),
        fc.integer({ min: 1, max: 30 }),
        (first, length, zero, most) => {
          const days = axisDays(first, first + length, zero, most);
          expect(days.includes(zero)).toBe(zero >= first && zero <= first + length);
          expect(days.length).toBeLessThanOrEqual(most + 1);
          expect(days.every((day) => day >= first && day <= first + length)).toBe(true);
        },
      ),
    );
  });
});

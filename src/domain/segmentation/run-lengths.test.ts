import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../error.ts';
import { checkRunLengths, fillRuns, parseRunLengths } from './run-lengths.ts';

/** Rows of a map of 3 columns and 2 rows, filled with 7. */
function filled(runs: readonly number[]): readonly (readonly number[])[] {
  const map = { columns: 3, rows: 2, data: new Uint8Array(6) };
  fillRuns(map, runs, 7);
  return [[...map.data.subarray(0, 3)], [...map.data.subarray(3)]];
}

describe('fillRuns', () => {
  it('goes down each column, outside first', () => {
    expect(filled([1, 2, 2, 1])).toEqual([
      [0, 7, 0],
      [7, 0, 7],
    ]);
    expect(filled([0, 6])).toEqual([
      [7, 7, 7],
      [7, 7, 7],
    ]);
    expect(filled([3, 0, 1, 1])).toEqual([
      [0, 0, 7],
      [0, 0, 0],
    ]);
    expect(filled([])).toEqual(filled([6]));
  });

  it('sets the pixels that a map made pixel by pixel has', () => {
    const pixels = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(pixels, fc.constantFrom(1, 2, 3, 4, 6, 12), (byColumn, rows) => {
        const columns = 12 / rows;
        const map = { columns, rows, data: new Uint8Array(12) };
        fillRuns(map, runsOf(byColumn), 1);
        byColumn.forEach((inside, at) =>
          expect(map.data[(at % rows) * columns + Math.floor(at / rows)]).toBe(Number(inside)),
        );
      }),
    );
  });
});

/** Lengths of runs of pixels, outside first. */
function runsOf(pixels: readonly boolean[]): readonly number[] {
  const runs = [0];
  let inside = false;
  for (const pixel of pixels) {
    if (pixel !== inside) {
      runs.push(0);
      inside = pixel;
    }
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
  }
  return runs;
}

/** The writer of the COCO mask API (maskApi.c, rleToString), with arithmetic in place of shifts. */
function written(runs: readonly number[]): string {
  let text = '';
  runs.forEach((run, at) => {
    let left = at > 2 ? run - (runs[at - 2] ?? 0) : run;
    for (let more = true; more;) {
      const five = ((left % 32) + 32) % 32;
      left = Math.floor(left / 32);
      more = five >= 16 ? left !== -1 : left !== 0;
      text += String.fromCharCode(48 + five + (more ? 32 : 0));
    }
  });
  return text;
}

describe('parseRunLengths', () => {
  it('reads five bits per character, lowest first', () => {
    // 3 and 4 as they are; 15 is the largest number of one character ('?' is 48 + 15).
    expect(parseRunLengths('34?')).toEqual([3, 4, 15]);
    // 16 would have the bit of the sign: 48 + 32 + 16 is '`', and a 0 follows.
    expect(parseRunLengths('`0')).toEqual([16]);
    // 100 is 4 + 3 · 32: 48 + 32 + 4 is 'T', then '3'. 1000 is 8 + 31 · 32: 'X', then 'o' of 31 with more, then 0.
    expect(parseRunLengths('T3Xo0')).toEqual([100, 1000]);
  });

  it('adds the last but one from the fourth number on, which may be less', () => {
    // 10, 2, 8, then 2 − 1 (−1 is 31: 'O'), 8 + 5, 1 − 1.
    expect(parseRunLengths(':28O5O')).toEqual([10, 2, 8, 1, 13, 0]);
    // −17 is 15 with more, then −1: 48 + 32 + 15 is '_', then 'O'.
    expect(parseRunLengths('0T30_O')).toEqual([0, 100, 0, 83]);
  });

  it('reads back what the mask API writes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 28 })), (runs) => {
        expect(parseRunLengths(written(runs))).toEqual(runs);
      }),
    );
  });

  it('refuses a string that breaks off, other characters and numbers beyond measure', () => {
    for (const text of ['P', '3P', '/', 'p', 'é', '3 4', 'PPPPPP0', 'ooooooo']) {
      expect(() => parseRunLengths(text), text).toThrow(MidscopeError);
    }
  });
});

describe('checkRunLengths', () => {
  it('takes whole numbers that the image holds', () => {
    expect(checkRunLengths([2, 4], 6)).toEqual([2, 4]);
    expect(checkRunLengths('24', 6)).toEqual([2, 4]);
    expect(checkRunLengths([], 6)).toEqual([]);
    for (const odd of [[2, 5], '25', [-1], [1.5], ['1'], [Infinity], { 0: 1 }, 3, null, undefined, 'O'])
      expect(() => checkRunLengths(odd, 6), JSON.stringify(odd)).toThrow('not-run-lengths');
  });
});

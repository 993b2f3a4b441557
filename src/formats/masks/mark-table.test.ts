import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { maskContext, pixelsByName } from '../../testing/mask-context.ts';
import { decodeMarkTable, isMarkTable, namesByPlace, namesOfMarks, parseMarkTable } from './mark-table.ts';

/** As pandas writes it: a column of row numbers without a name, then tabs. */
const TABLE = [
  '\tMark\tType\tidx\tx\ty\tlabel',
  '0\t1\tConsolidation\t1\t4.0\t1.0\t2',
  '1\t1\tConsolidation\t0\t1.0\t1.0\t2',
  '2\t1\tConsolidation\t2\t4.0\t4.0\t2',
  '3\t2\tnodule\t0\t6.5\t2.5\t1',
  '',
].join('\n');

const reasonOf = (text: string): unknown => {
  try {
    return parseMarkTable(text);
  } catch (thrown) {
    return thrown instanceof MidscopeError ? (thrown.issue.facts as { reason?: string }).reason : thrown;
  }
};

describe('tables of marks', () => {
  it('are outlines in the order of their points, with a name and a value each', () => {
    expect(parseMarkTable(TABLE)).toEqual([
      { value: 2, name: 'Consolidation', points: [1, 1, 4, 1, 4, 4] },
      { value: 1, name: 'nodule', points: [6.5, 2.5] },
    ]);
    expect([...namesOfMarks(parseMarkTable(TABLE))]).toEqual([
      [2, 'Consolidation'],
      [1, 'nodule'],
    ]);
  });

  it('are drawn where they stand alone; single points are marks', async () => {
    const bytes = new TextEncoder().encode(TABLE);
    const mask = await decodeMarkTable(bytes, maskContext());
    // The triangle (1, 1), (4, 1), (4, 4): its slanted edge runs through centres, which belong to the right of it.
    expect((await pixelsByName(mask))['Consolidation']?.[0]).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [2, 2],
      [3, 2],
      [3, 3],
    ]);
    expect(mask.marks).toEqual([{ value: 1, slice: 0, x: 6.5, y: 2.5 }]);
    await expect(
      decodeMarkTable(bytes, maskContext({ columns: 8, rows: 6, slices: [{}, {}] })),
    ).rejects.toThrow('no-place');
  });

  it('name the colours that lie in their outlines', () => {
    const marks = parseMarkTable(
      [
        'Mark\tType\tidx\tx\ty\tlabel',
        ...['0\t0', '4\t0', '4\t4', '0\t4'].map((at, idx) => `1\tleft\t${idx}\t${at}\t7`),
        ...['4\t0', '8\t0', '8\t4', '4\t4'].map((at, idx) => `2\tright\t${idx}\t${at}\t8`),
      ].join('\n'),
    );
    // Labels by order of appearance: 1 mostly in the right half, 2 in the left one, 3 in none.
    const data = new Uint8Array(8 * 5);
    for (let row = 0; row < 4; row++) data.set([2, 2, 2, 1, 1, 1, 1, 0], 8 * row);
    data.set([3, 3], 32);
    expect([...namesByPlace({ columns: 8, rows: 5, data }, marks)]).toEqual([
      [2, 'left'],
      [1, 'right'],
    ]);
  });

  it('are told by their columns, in any order and case', () => {
    expect(isMarkTable('label,Y,X,idx,type,MARK\n')).toBe(true);
    expect(isMarkTable('index\tname\n1\ta\n')).toBe(false);
    expect(reasonOf('index\tname\n')).toBe('unknown-format');
  });

  it.each([
    ['1\ta\t0\t\t1\t1'],
    ['1\ta\tx\t1\t1\t1'],
    ['1\ta\t0\t1\t1\t0'],
    ['1\ta\t0\t1\t1\t1.5'],
    ['1\ta\t0\t1e999\t1\t1'],
    ['1'],
  ])('with a line %j are refused', (line) => {
    expect(reasonOf(`Mark\tType\tidx\tx\ty\tlabel\n${line}\n`)).toBe('not-points');
  });

  it('come back as they were written, whatever the order of their lines', () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((value) => value + 0);
    const points = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 });
    const marks = fc.array(
      fc.tuple(fc.stringMatching(/^[a-z ]{0,9}$/), fc.integer({ min: 1, max: 255 }), points),
    );
    fc.assert(
      fc.property(marks, (given) => {
        const lines = given.flatMap(([name, label, own], mark) =>
          own.map(([x, y], idx) => `${mark}\t${name}\t${idx}\t${x}\t${y}\t${label}`).toReversed(),
        );
        expect(parseMarkTable(`Mark\tType\tidx\tx\ty\tlabel\n${lines.join('\n')}\n`)).toEqual(
          given.map(([name, value, own]) => ({ value, name: name.trim(), points: own.flat().map(Number) })),
        );
      }),
    );
  });
});

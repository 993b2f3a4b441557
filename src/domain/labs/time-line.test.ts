import { describe, expect, it } from 'vitest';
import { listColumn } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { timeLineOf } from './time-line.ts';

/** One patient: sessions on 18 and 22 March and one without a date; DX, CT and DX; three tests. */
const indexWith = (testDates: readonly number[]): DatasetIndex =>
  ({
    subjects: { sessions: listColumn([[0, 1, 2]]), tests: listColumn([testDates.map((_, at) => at)]) },
    sessions: {
      subject: Uint32Array.of(0, 0, 0),
      date: Uint32Array.of(20200318, 20200322, 0),
      images: listColumn([[0], [1], [2]]),
    },
    images: { modality: Uint8Array.of(1, 2, 1), modalities: ['', 'DX', 'CT'] },
    tests: {
      date: Uint32Array.from(testDates),
      kind: ['PCR', 'PCR', 'IgG'],
      result: ['negative', 'positive', 'indeterminate'],
      raw: [],
    },
  }) as unknown as DatasetIndex;

describe('timeLineOf', () => {
  it('has a lane for each kind of test and each modality, in days from the session', () => {
    const line = timeLineOf(indexWith([20200316, 20200320, 20200402]), 0);
    expect(line?.lanes.map(({ name, marks }) => [name, marks.map(({ days }) => days)])).toEqual([
      ['PCR', [-2, 2]],
      ['IgG', [15]],
      ['CT', [4]],
      ['DX', [0]],
    ]);
    expect(line?.lanes[3]?.marks[0]).toEqual({ days: 0, result: undefined, current: true });
    expect(line).toMatchObject({ from: -3, to: 16, ticks: [-2, 0, 2, 4, 6, 8, 10, 12, 14, 16] });
  });

  it('leaves out what has no date, and is none without two days', () => {
    expect(timeLineOf(indexWith([0, 20200320, 0]), 0)?.lanes[0]?.marks).toHaveLength(1);
    expect(timeLineOf(indexWith([20200316, 20200320, 20200402]), 2)).toBeUndefined();
  });

  it('keeps few ticks over years', () => {
    const line = timeLineOf(indexWith([20180316, 20200320, 20230402]), 0);
    // 733 days before to 1,110 after, and a margin: 2,000 days and some in steps of 500.
    expect(line?.ticks).toEqual([-500, 0, 500, 1000]);
  });
});

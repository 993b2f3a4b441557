import { describe, expect, it } from 'vitest';
import { listColumn } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { timeLineOf } from './time-line.ts';

/** One patient: sessions on 18 and 22 March and one without a date, a DX, a CT of two slices with a DX, a DX; three tests. */
const indexWith = (testDates: readonly number[]): DatasetIndex =>
  ({
    subjects: { sessions: listColumn([[0, 1, 2]]), tests: listColumn([testDates.map((_, at) => at)]) },
    sessions: {
      subject: Uint32Array.of(0, 0, 0),
      date: Uint32Array.of(20200318, 20200322, 0),
      images: listColumn([[0], [1, 2, 3], [4]]),
    },
    images: {
      modality: Uint8Array.of(1, 2, 2, 1, 1),
      modalities: ['', 'DX', 'CT'],
      series: Uint32Array.of(0, 1, 1, 2, 3),
      paths: ['a', 'b', 'c', 'd', 'e'],
      view: new Uint32Array(5),
      views: [''],
      viewConflict: new Uint8Array(5),
      container: Uint8Array.of(1, 3, 3, 1, 1),
      presence: new Uint8Array(5),
      sidecar: new Int32Array(5).fill(-1),
      sidecars: [],
      sidecarShared: new Uint8Array(5),
    },
    tests: {
      date: Uint32Array.from(testDates),
      kind: ['PCR', 'PCR', 'IgG'],
      result: ['negative', 'positive', 'unknown'],
      raw: [{}, {}, { result: 'DUDOSO' }],
    },
  }) as unknown as DatasetIndex;

describe('timeLineOf', () => {
  it('has a lane for each kind of test and each modality, by date, and keeps what has no date', () => {
    const { lanes } = timeLineOf(indexWith([0, 20200320, 20200402]), 0);
    expect(lanes.map(({ kind, name, marks }) => [kind, name, marks.map(({ date }) => date)])).toEqual([
      ['test', 'PCR', [20200320, 0]],
      ['test', 'IgG', [20200402]],
      ['images', 'CT', [20200322]],
      ['images', 'DX', [20200318, 20200322, 0]],
    ]);
    expect(lanes[1]?.marks[0]).toMatchObject({ result: 'unknown', filed: 'DUDOSO', row: 2 });
    expect(lanes[2]?.marks[0]).toMatchObject({ row: 1, images: 2, isCurrent: false });
    expect(lanes[2]?.marks.flatMap((mark) => (mark.kind === 'images' ? mark.series : []))).toHaveLength(1);
    expect(lanes[3]?.marks.map((mark) => mark.kind === 'images' && mark.isCurrent)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has all marks by date, tests of a day before its images', () => {
    const { marks } = timeLineOf(indexWith([20200318, 20200322, 0]), 1);
    expect(marks.map(({ name, date }) => `${name} ${date}`)).toEqual([
      'PCR 20200318',
      'DX 20200318',
      'PCR 20200322',
      'CT 20200322',
      'DX 20200322',
      'IgG 0',
      'DX 0',
    ]);
  });
});

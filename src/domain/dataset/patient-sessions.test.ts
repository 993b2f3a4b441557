import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listColumn } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { patientSeries } from './patient-sessions.ts';

/** One patient whose sessions have these ids and dates, and one PNG each. */
const indexOf = (sessions: readonly (readonly [id: string, date: number])[]): DatasetIndex =>
  ({
    subjects: { sessions: listColumn([sessions.map((_, row) => row)]) },
    sessions: {
      ids: sessions.map(([id]) => id),
      subject: new Uint32Array(sessions.length),
      date: Uint32Array.from(sessions, ([, date]) => date),
      images: listColumn(sessions.map((_, row) => [row])),
    },
    images: {
      paths: sessions.map(([id]) => `${id}.png`),
      series: Uint32Array.from(sessions, (_, row) => row),
      modality: Uint8Array.from(sessions, () => 0),
      modalities: ['DX'],
      view: Uint8Array.from(sessions, () => 0),
      views: ['PA'],
      viewConflict: new Uint8Array(sessions.length),
      container: Uint8Array.from(sessions, () => 1),
      presence: new Uint8Array(sessions.length),
      sidecar: Int32Array.from(sessions, () => -1),
      sidecars: [],
      sidecarShared: new Uint8Array(sessions.length),
    },
  }) as unknown as DatasetIndex;

const seen = (sessions: readonly (readonly [string, number])[], row: number) =>
  patientSeries(indexOf(sessions), row).sessions.map(({ id, order, days }) => [id, order, days]);

describe('patientSeries', () => {
  it('has the session itself, then those before it, then those after it, the nearest first', () => {
    expect(
      seen(
        [
          ['ses-1', 20200319],
          ['ses-2', 20200322],
          ['ses-3', 20200327],
          ['ses-4', 20200331],
          ['ses-5', 20200418],
        ],
        2,
      ),
    ).toEqual([
      ['ses-3', 'current', 0],
      ['ses-2', 'earlier', -5],
      ['ses-1', 'earlier', -8],
      ['ses-4', 'later', 4],
      ['ses-5', 'later', 22],
    ]);
  });

  it('goes by session ids on one day, and where a date is missing, after those with a date', () => {
    expect(
      seen(
        [
          ['ses-9', 20200319],
          ['ses-10', 20200319],
          ['ses-2', 0],
          ['ses-3', 0],
          ['ses-1', 20200318],
          ['ses-11', 0],
        ],
        1,
      ),
    ).toEqual([
      ['ses-10', 'current', 0],
      ['ses-9', 'earlier', 0],
      ['ses-1', 'earlier', -1],
      ['ses-3', 'earlier', undefined],
      ['ses-2', 'earlier', undefined],
      ['ses-11', 'later', undefined],
    ]);
  });

  it('finds a series with its session, and only those of the patient', () => {
    const patient = patientSeries(
      indexOf([
        ['ses-1', 20200319],
        ['ses-2', 20200322],
      ]),
      1,
    );
    expect(patient.find('ses-1.png')).toMatchObject({
      session: { row: 0, order: 'earlier' },
      series: { key: 'ses-1.png', session: 0 },
    });
    expect(patient.find('ses-3.png')).toBeUndefined();
    expect(patient.find(undefined)).toBeUndefined();
  });

  it('has every session once, and calls what is earlier from one side later from the other', () => {
    const date = fc.oneof(fc.constant(0), fc.integer({ min: 20200301, max: 20200331 }));
    fc.assert(
      fc.property(fc.array(date, { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (dates, one, two) => {
        const sessions = dates.map((day, row) => [`ses-${row}`, day] as const);
        const [a, b] = [one % dates.length, two % dates.length];
        const from = (row: number) => patientSeries(indexOf(sessions), row).sessions;
        expect(
          from(a)
            .map(({ row }) => row)
            .toSorted((x, y) => x - y),
        ).toEqual(dates.map((_, row) => row));
        const [there, back] = [from(a).find(({ row }) => row === b), from(b).find(({ row }) => row === a)];
        const opposite = { earlier: 'later', later: 'earlier', current: 'current' } as const;
        expect(back?.order).toBe(opposite[there?.order ?? 'current']);
      }),
    );
  });
});

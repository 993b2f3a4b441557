import { expect, it } from 'vitest';
import type { SessionId } from '../brand.ts';
import type { CaseSeries } from '../dataset/case-series.ts';
import type { PatientSeries, PatientSession } from '../dataset/patient-sessions.ts';
import { filmsByDate } from './films-by-date.ts';

const series = (key: string, view: string, more: Partial<CaseSeries> = {}): CaseSeries => ({
  key,
  session: 0,
  view,
  presence: 'found',
  modality: 'DX',
  viewConflict: false,
  container: 'png',
  images: [],
  ...more,
});

const session = (order: PatientSession['order'], ...all: CaseSeries[]): PatientSession => ({
  row: 0,
  id: 'ses' as SessionId,
  date: 0,
  order,
  days: undefined,
  series: all,
});

const current = session('current', series('now pa', 'PA'), series('now lat', 'lateral'));

/** The nearest first on either side, as the case page has them. */
const patient: PatientSeries = {
  sessions: [
    current,
    session('earlier', series('last week', 'AP'), series('gone', 'PA', { presence: 'listed' })),
    session('earlier', series('last year', 'PA'), series('old ct', '', { modality: 'CT' })),
    session('later', series('tomorrow', 'AP')),
    session('later', series('next year', 'LL')),
  ],
  current,
  find: () => undefined,
};

const keys = (...args: Parameters<typeof filmsByDate>): string[] =>
  filmsByDate(...args).map((one) => one.series.key);

it('films of one kind follow each other from the oldest to the latest', () => {
  expect(keys(patient, 'frontal')).toEqual(['last year', 'last week', 'now pa', 'tomorrow']);
  expect(keys(patient, 'lateral')).toEqual(['now lat', 'next year']);
  expect(keys(patient, 'film')).toEqual([]);
});

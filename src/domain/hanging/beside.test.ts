import { expect, it } from 'vitest';
import type { CaseSeries } from '../dataset/case-series.ts';
import { seriesBeside } from './beside.ts';

const series = (modality: string, view: string, presence: CaseSeries['presence'] = 'found'): CaseSeries => ({
  key: `${modality} ${view}`,
  session: 0,
  modality,
  view,
  viewConflict: false,
  container: 'png',
  presence,
  images: [],
});

const prior = [series('DX', 'PA', 'listed'), series('DX', 'AP'), series('DX', 'lateral'), series('CT', '')];

it('is of the same projection where there is one on disk', () => {
  expect(seriesBeside(prior, series('DX', 'lateral'), 'DX')?.key).toBe('DX lateral');
  expect(seriesBeside(prior, series('DX', 'PA'), 'DX')?.key).toBe('DX AP');
});

it('is of the modality that is asked for', () => {
  expect(seriesBeside(prior, series('DX', 'PA'), 'CT')?.key).toBe('CT ');
  expect(seriesBeside(prior, undefined, 'DX')?.key).toBe('DX AP');
  expect(seriesBeside(prior, series('DX', 'PA'), 'MR')).toBeUndefined();
});

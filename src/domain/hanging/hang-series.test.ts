import { describe, expect, it } from 'vitest';
import type { CaseSeries } from '../dataset/case-series.ts';
import { hangSeries } from './hang-series.ts';

const series = (key: string, view: string, presence: CaseSeries['presence'] = 'found'): CaseSeries => ({
  key,
  session: 0,
  view,
  presence,
  modality: 'DX',
  viewConflict: false,
  container: 'png',
  images: [],
});

const keys = (...args: Parameters<typeof hangSeries>): (string | undefined)[] =>
  hangSeries(...args).map((one) => one?.key);

describe('hangSeries', () => {
  const [pa, ap, lateral] = [series('a', 'PA'), series('b', 'AP'), series('c', 'lateral')];

  it('puts the lateral beside the first frontal, whatever lies between', () => {
    expect(keys([pa, ap, lateral], undefined)).toEqual(['a', 'c', 'b', undefined]);
  });

  it('begins with the series that is asked for', () => {
    expect(keys([pa, ap, lateral], lateral)).toEqual(['c', 'a', 'b', undefined]);
    expect(keys([pa, ap, lateral], ap)).toEqual(['b', 'c', 'a', undefined]);
  });

  it('leaves out what is not on disk, unless there is nothing else', () => {
    const gone = series('d', 'PA', 'listed');
    expect(keys([gone, lateral], undefined)).toEqual(['c', undefined, undefined, undefined]);
    expect(keys([gone], undefined)).toEqual(['d', undefined, undefined, undefined]);
    expect(keys([], undefined)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

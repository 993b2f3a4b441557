import { dateOfDay, dayNumber } from '../labs/day-distance.ts';
import type { Histogram } from './filter.ts';
import type { RangeKey } from './library-query.ts';

/** Steps of a range: years, or days since 1970 where the values are dates. */
export const toStep = (key: RangeKey, value: number): number => (key === 'date' ? dayNumber(value) : value);

export const fromStep = (key: RangeKey, step: number): number => (key === 'date' ? dateOfDay(step) : step);

export interface Bars {
  /** First and last step that any session has. */
  readonly low: number;
  readonly high: number;
  /** Steps in one bar. */
  readonly width: number;
  /** Sessions per bar, from the lowest. */
  readonly counts: readonly number[];
}

/** The sessions of a range in at most `most` bars of equal width; undefined while fewer than two values are known. */
export function histogramBars(key: RangeKey, { values, counts }: Histogram, most: number): Bars | undefined {
  if (values.length < 2) return undefined;
  const low = toStep(key, values[0] ?? 0);
  const high = toStep(key, values.at(-1) ?? 0);
  const width = Math.max(1, Math.ceil((high - low + 1) / most));
  const bars = Array.from({ length: Math.ceil((high - low + 1) / width) }, () => 0);
  values.forEach((value, at) => {
    const bar = Math.floor((toStep(key, value) - low) / width);
    bars[bar] = (bars[bar] ?? 0) + (counts[at] ?? 0);
  });
  return { low, high, width, counts: bars };
}

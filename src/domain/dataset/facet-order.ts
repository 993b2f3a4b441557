import { widerProjection } from '../imaging/projection.ts';
import { TEST_KINDS, TEST_RESULTS } from '../labs/lab-test.ts';
import type { FacetCount } from './filter.ts';
import type { FacetKey } from './library-query.ts';

/** A value in its place among the others. */
export interface OrderedValue extends FacetCount {
  /** How many values above it stand for it too; 0 at the margin. */
  readonly depth: number;
}

/** Kinds of tests as they are asked for, and of each what was found before what was not. */
const TEST_ORDER: readonly string[] = TEST_KINDS.flatMap((kind) =>
  TEST_RESULTS.map((result) => `${kind}:${result}`),
);

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || a.value.localeCompare(b.value);

/** Tests keep the order of kinds and results, a narrower projection stands below the wider one, all else is by count. */
export function orderFacet(key: FacetKey, values: readonly FacetCount[]): readonly OrderedValue[] {
  if (key === 'test')
    return values
      .toSorted((a, b) => TEST_ORDER.indexOf(a.value) - TEST_ORDER.indexOf(b.value))
      .map((one) => ({ ...one, depth: 0 }));
  const sorted = values.toSorted(byCount);
  if (key !== 'projection') return sorted.map((one) => ({ ...one, depth: 0 }));
  const listed = new Set(values.map(({ value }) => value));
  const parentOf = (value: string): string | undefined => {
    const wider = widerProjection(value);
    return wider !== undefined && listed.has(wider) ? wider : undefined;
  };
  return sorted
    .filter(({ value }) => parentOf(value) === undefined)
    .flatMap((one) => [
      { ...one, depth: 0 },
      ...sorted.filter(({ value }) => parentOf(value) === one.value).map((below) => ({ ...below, depth: 1 })),
    ]);
}

import { describe, expect, it } from 'vitest';
import { orderFacet } from './facet-order.ts';

const shown = (...args: Parameters<typeof orderFacet>): readonly string[] =>
  orderFacet(...args).map(({ value, depth }) => `${'  '.repeat(depth)}${value}`);
const counts = (...pairs: readonly (readonly [value: string, count: number])[]) =>
  pairs.map(([value, count]) => ({ value, count }));

describe('the order of facet values', () => {
  it('has PCR first and what was found before what was not, whatever the counts', () => {
    const tests = counts(
      ['ACT:positive', 90],
      ['IgA:indeterminate', 5],
      ['IgG:negative', 7],
      ['IgG:positive', 1],
      ['PCR:unknown', 1],
      ['PCR:negative', 4],
      ['IgM:positive', 3],
      ['PCR:positive', 2],
    );
    expect(shown('test', tests)).toEqual([
      'PCR:positive',
      'PCR:negative',
      'PCR:unknown',
      'IgG:positive',
      'IgG:negative',
      'IgM:positive',
      'IgA:indeterminate',
      'ACT:positive',
    ]);
  });

  it('is by count, then by name', () => {
    expect(shown('finding', counts(['b', 2], ['c', 9], ['a', 2]))).toEqual(['c', 'a', 'b']);
  });

  it('has left laterals below the laterals, which stand for them too', () => {
    const views = counts(['PA', 50], ['LL', 28], ['AP', 29], ['lateral', 30]);
    expect(shown('projection', views)).toEqual(['PA', 'lateral', '  LL', 'AP']);
    expect(shown('projection', counts(['PA', 1], ['LL', 2]))).toEqual(['LL', 'PA']);
  });
});

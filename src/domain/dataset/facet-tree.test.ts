import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, type Term } from '../vocabulary/vocabulary.ts';
import { facetTree, pathsTo } from './facet-tree.ts';

const term = (label: string, ...parents: string[]): Term => ({ label, kind: 'finding', cui: null, parents });

/** `both` lies below `left` and `right`; `root` tells nothing. */
const vocabulary = createVocabulary([
  { ...term('root'), kind: 'other' },
  term('left', 'root'),
  term('right', 'root'),
  term('both', 'left', 'right'),
  term('deep', 'both'),
  term('alone', 'root'),
]);
const COUNTS = [
  { value: 'left', count: 5 },
  { value: 'right', count: 7 },
  { value: 'both', count: 4 },
  { value: 'deep', count: 1 },
  { value: 'no such term', count: 6 },
];
const told = (open: Iterable<string>) =>
  facetTree(vocabulary, COUNTS, new Set(open)).map(
    ({ value, count, depth, hasBelow, isOpen }) =>
      `${'  '.repeat(depth)}${isOpen ? '-' : hasBelow ? '+' : ' '}${value} ${count}`,
  );

describe('facetTree', () => {
  it('has the tops, the most frequent first, and nothing that does not occur', () => {
    expect(told([])).toEqual(['+right 7', ' no such term 6', '+left 5']);
  });

  it('opens one place of a term with several parents', () => {
    expect(told(['left'])).toEqual(['+right 7', ' no such term 6', '-left 5', '  +both 4']);
    expect(told(['left', 'right', 'left\nboth'])).toEqual([
      '-right 7',
      '  +both 4',
      ' no such term 6',
      '-left 5',
      '  -both 4',
      '     deep 1',
    ]);
  });

  it('shows what is above a term that occurs, even where that was not counted', () => {
    const rows = facetTree(vocabulary, [{ value: 'deep', count: 2 }], new Set());
    expect(rows.map(({ value, count }) => `${value} ${count}`)).toEqual(['left 0', 'right 0']);
  });

  it('opens every way to a value', () => {
    expect([...pathsTo(vocabulary, ['deep'])].toSorted()).toEqual([
      'left',
      'left\nboth',
      'right',
      'right\nboth',
    ]);
    expect(told(pathsTo(vocabulary, ['deep'])).filter((row) => row.includes('deep'))).toHaveLength(2);
  });

  it('ends in any graph, each place once, and has every value that occurs once all is open', () => {
    const labels = ['a', 'b', 'c', 'd', 'e'];
    const parents = fc.uniqueArray(fc.constantFrom(...labels), { maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(parents, { minLength: 5, maxLength: 5 }),
        fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1 }),
        (above, occurring) => {
          const graph = createVocabulary(labels.map((label, at) => term(label, ...(above[at] ?? []))));
          const counts = occurring.map((value) => ({ value, count: 1 }));
          let open = new Set<string>();
          for (let round = 0; round < 6; round++)
            open = new Set(facetTree(graph, counts, open).map(({ path }) => path));
          const rows = facetTree(graph, counts, open);
          expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
          const isRooted = (label: string): boolean =>
            pathsTo(graph, [label]).size > 0 || graph.terms.get(label)?.parents.length === 0;
          const rootless = occurring.filter((label) => !rows.some(({ value }) => value === label));
          expect(rootless.filter((label) => isRooted(label) && isAcyclic(graph, label))).toEqual([]);
        },
      ),
    );
  });
});

/** Whether no way up from a term comes back to where it was. */
function isAcyclic(
  graph: ReturnType<typeof createVocabulary>,
  label: string,
  seen: readonly string[] = [],
): boolean {
  if (seen.includes(label)) return false;
  return (graph.terms.get(label)?.parents ?? []).every((parent) =>
    isAcyclic(graph, parent, [...seen, label]),
  );
}

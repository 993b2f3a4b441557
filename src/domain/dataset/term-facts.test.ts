import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryIndex, PLAIN_SESSION, type WantedSession } from '../../testing/library-dataset.ts';
import { bundledVocabulary, createVocabulary, type Term } from '../vocabulary/vocabulary.ts';
import { facetOfTerm, termFacts, type TermCount } from './term-facts.ts';

const LABELS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Any graph over six terms: several parents, and cycles too. */
const graph = fc
  .array(fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 2 }), { minLength: 6, maxLength: 6 })
  .map((parents): readonly Term[] =>
    LABELS.map((label, at) => ({ label, kind: 'finding', cui: null, parents: parents[at] ?? [] })),
  );
const sessions = fc.array(
  fc.record({
    subject: fc.integer({ min: 0, max: 3 }),
    findings: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 4 }),
    locations: fc.uniqueArray(fc.constantFrom('loc x', 'loc y'), { maxLength: 2 }),
    isLeft: fc.boolean(),
  }),
  { minLength: 1, maxLength: 9 },
);

/** Whether a term lies below another one, by walking every way up; the term itself does. */
function isBelow(
  terms: readonly Term[],
  label: string,
  above: string,
  seen: readonly string[] = [],
): boolean {
  if (label === above) return true;
  if (seen.includes(label)) return false;
  const parents = terms.find((term) => term.label === label)?.parents ?? [];
  return parents.some((parent) => isBelow(terms, parent, above, [...seen, label]));
}

describe('termFacts', () => {
  it('counts as a plain loop over sessions and graph does', () => {
    fc.assert(
      fc.property(graph, sessions, fc.constantFrom(...LABELS), (terms, wanted, label) => {
        const vocabulary = createVocabulary(terms);
        const index = libraryIndex(
          vocabulary,
          wanted.map(({ subject, findings, locations }): WantedSession => ({
            ...PLAIN_SESSION,
            subject,
            labels: { findings, locations },
          })),
        );
        const rowOf = (at: number): number => index.sessions.ids.findIndex((id) => id === `ses-E${at}`);
        const rows = Uint32Array.from(wanted.flatMap(({ isLeft }, at) => (isLeft ? [rowOf(at)] : [])));
        const facts = termFacts(index, vocabulary, label, 'written', rows);

        const below = (one: string): boolean => isBelow(terms, one, label);
        const count = (list: typeof wanted, has: (one: string) => boolean): TermCount => {
          const own = list.filter(({ findings }) => findings.some(has));
          return { sessions: own.length, subjects: new Set(own.map(({ subject }) => subject)).size };
        };
        const left = wanted.filter(({ isLeft }) => isLeft);
        expect(facts.all).toEqual({
          own: count(wanted, (one) => one === label),
          branch: count(wanted, below),
        });
        expect(facts.filtered).toEqual({
          own: count(left, (one) => one === label),
          branch: count(left, below),
        });
        const both = left.filter(({ findings }) => findings.some(below));
        const others = [...new Set(both.flatMap(({ findings }) => findings))].filter((one) => !below(one));
        expect(new Map(facts.beside.finding.map((one) => [one.label, one.sessions]))).toEqual(
          new Map(others.map((one) => [one, both.filter(({ findings }) => findings.includes(one)).length])),
        );
        const places = [...new Set(both.flatMap(({ locations }) => locations))];
        expect(new Map(facts.beside.location.map((one) => [one.label, one.sessions]))).toEqual(
          new Map(places.map((one) => [one, both.filter(({ locations }) => locations.includes(one)).length])),
        );
        const order = facts.beside.finding.map((one) => one.sessions);
        expect(order).toEqual(order.toSorted((a, b) => b - a));
      }),
    );
  });

  it('counts what `unchanged` stands for when it is asked for', () => {
    const vocabulary = bundledVocabulary();
    const index = libraryIndex(vocabulary, [
      { ...PLAIN_SESSION, date: 20200301, labels: { findings: ['consolidation'], locations: [] } },
      { ...PLAIN_SESSION, date: 20200305, labels: { findings: ['unchanged'], locations: ['loc right'] } },
    ]);
    const facts = (reading: 'written' | 'resolved') =>
      termFacts(index, vocabulary, 'infiltrates', reading, Uint32Array.of(0, 1));
    expect(facts('written').filtered).toEqual({
      own: { sessions: 0, subjects: 0 },
      branch: { sessions: 1, subjects: 1 },
    });
    expect(facts('written').beside.location).toEqual([]);
    expect(facts('resolved').filtered.branch).toEqual({ sessions: 2, subjects: 1 });
    expect(facts('resolved').beside.location).toEqual([{ label: 'loc right', sessions: 1 }]);
  });

  it('knows which facet a label belongs to', () => {
    expect(['loc right', 'COVID 19'].map(facetOfTerm)).toEqual(['location', 'finding']);
  });
});

import { describe, expect, it } from 'vitest';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { createLabelGraph } from './label-graph.ts';
import type { LinkedSentence } from './link-report.ts';
import { findingsOf, isSameTarget, isSegmentLit, litBy, type LinkTarget } from './lit-by.ts';

const graph = createLabelGraph(bundledVocabulary());

const sentence = (labels: readonly string[], places: readonly string[] = []): LinkedSentence => ({
  text: '',
  gap: '',
  part: 0,
  reading: { words: [], mentions: [] },
  labels,
  places,
  certainty: 'certain',
});

const SENTENCES = [
  sentence(['consolidation', 'air bronchogram'], ['loc basal', 'loc right']),
  sentence([]),
  sentence(['ground glass pattern'], ['loc peripheral', 'loc right']),
  sentence(['consolidation'], ['loc left']),
];
const FINDINGS = ['consolidation', 'air bronchogram', 'ground glass pattern', 'COVID 19'];

const lit = (target: LinkTarget | undefined) => {
  const { sentences, labels } = litBy(target, SENTENCES, FINDINGS, graph);
  return [[...sentences], [...labels].toSorted()];
};

describe('what lights up together', () => {
  it('is nothing when nothing is pointed at', () => {
    expect(lit(undefined)).toEqual([[], []]);
  });

  it('is a sentence with its labels and places', () => {
    expect(lit({ kind: 'sentence', sentence: 0 })).toEqual([
      [0],
      ['air bronchogram', 'consolidation', 'loc basal', 'loc right'],
    ]);
    expect(lit({ kind: 'sentence', sentence: 9 })).toEqual([[9], []]);
  });

  it('is a finding with every sentence it is given to, and their places, but no other finding', () => {
    expect(lit({ kind: 'finding', label: 'consolidation' })).toEqual([
      [0, 3],
      ['consolidation', 'loc basal', 'loc left', 'loc right'],
    ]);
  });

  it('is a place with the findings of its sentences', () => {
    expect(lit({ kind: 'place', label: 'loc right' })).toEqual([
      [0, 2],
      ['air bronchogram', 'consolidation', 'ground glass pattern', 'loc right'],
    ]);
  });

  it('is a segment with the finding of its name, else with those above and below it', () => {
    expect(lit({ kind: 'segment', label: 'ground glass pattern' })).toEqual([
      [2],
      ['ground glass pattern', 'loc peripheral', 'loc right'],
    ]);
    expect(findingsOf('alveolar pattern', FINDINGS, graph)).toEqual(['consolidation', 'air bronchogram']);
    expect(findingsOf('lesion 3', FINDINGS, graph)).toEqual([]);
    expect(lit({ kind: 'segment', label: 'lesion 3' })).toEqual([[], ['lesion 3']]);
  });

  it('is a label alone that no sentence is given', () => {
    expect(lit({ kind: 'finding', label: 'COVID 19' })).toEqual([[], ['COVID 19']]);
  });

  it('reaches segments from findings, by name or by the graph', () => {
    const by = litBy({ kind: 'finding', label: 'consolidation' }, SENTENCES, FINDINGS, graph);
    expect(isSegmentLit('consolidation', by, FINDINGS, graph)).toBe(true);
    expect(isSegmentLit('alveolar pattern', by, FINDINGS, graph)).toBe(true);
    expect(isSegmentLit('ground glass pattern', by, FINDINGS, graph)).toBe(false);
    expect(isSegmentLit('lesion 3', by, FINDINGS, graph)).toBe(false);
  });
});

it('tells targets apart', () => {
  const finding = { kind: 'finding', label: 'a' } as const;
  expect(isSameTarget(finding, { ...finding })).toBe(true);
  expect(isSameTarget(finding, { kind: 'place', label: 'a' })).toBe(false);
  expect(isSameTarget({ kind: 'sentence', sentence: 1 }, { kind: 'sentence', sentence: 1 })).toBe(true);
  expect(isSameTarget({ kind: 'sentence', sentence: 1 }, { kind: 'sentence', sentence: 2 })).toBe(false);
  expect(isSameTarget(finding, undefined)).toBe(false);
  expect(isSameTarget(undefined, undefined)).toBe(true);
});

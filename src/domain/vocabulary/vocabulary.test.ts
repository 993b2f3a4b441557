import { describe, expect, it } from 'vitest';
import { branchOf } from './branch.ts';
import { bundledVocabulary, createVocabulary, isLocation } from './vocabulary.ts';

describe('the bundled vocabulary', () => {
  const vocabulary = bundledVocabulary();

  it('has the published counts of terms', () => {
    const kinds = [...vocabulary.terms.values()].map((term) => term.kind);
    expect(kinds).toHaveLength(306);
    expect(kinds.filter((kind) => kind === 'finding')).toHaveLength(172);
    expect(kinds.filter((kind) => kind === 'diagnosis')).toHaveLength(22);
    expect(kinds.filter((kind) => kind === 'location')).toHaveLength(106);
  });

  it('names only parents that exist', () => {
    for (const term of vocabulary.terms.values())
      for (const parent of term.parents) expect(vocabulary.terms.has(parent), parent).toBe(true);
  });

  it('knows the CUIs of the COVID additions and that some terms have none', () => {
    expect(vocabulary.cui('COVID 19')).toBe('C5203670');
    expect(vocabulary.cui('viral pneumonia')).toBe('C0032310');
    expect(vocabulary.cui('loc peripheral')).toBe('C0205100');
    expect(vocabulary.cui('unchanged')).toBe('');
    expect(vocabulary.cui('no such label')).toBe('');
  });

  it('finds COVID 19 below pneumonia and ground glass below infiltrates', () => {
    expect(vocabulary.descendants('pneumonia')).toContain('COVID 19');
    expect(vocabulary.descendants('infiltrates')).toContain('consolidation');
    expect(vocabulary.descendants('infiltrates')).toContain('ground glass pattern');
    expect(vocabulary.descendants('consolidation')).not.toContain('infiltrates');
  });

  it('marks locations by their prefix, exactly those of kind location', () => {
    for (const term of vocabulary.terms.values())
      expect(isLocation(term.label)).toBe(term.kind === 'location');
  });

  it('groups labels by the nearest branch', () => {
    expect(branchOf(vocabulary, 'air bronchogram')).toBe('alveolar');
    expect(branchOf(vocabulary, 'ground glass pattern')).toBe('interstitial');
    expect(branchOf(vocabulary, 'laminar atelectasis')).toBe('volume');
    expect(branchOf(vocabulary, 'costophrenic angle blunting')).toBe('pleura');
    expect(branchOf(vocabulary, 'COVID 19')).toBe('diagnosis');
    expect(branchOf(vocabulary, 'hiatal hernia')).toBe('cardiac');
    expect(branchOf(vocabulary, 'multiple nodules')).toBe('nodule');
    expect(branchOf(vocabulary, 'pacemaker')).toBe('neutral');
    expect(branchOf(vocabulary, 'no such label')).toBe('neutral');
  });
});

const term = (label: string, ...parents: string[]) => ({
  label,
  kind: 'finding' as const,
  cui: null,
  parents,
});

describe('a graph with a cycle', () => {
  const vocabulary = createVocabulary([term('a', 'b'), term('b', 'a')]);

  it('still ends', () => {
    expect([...vocabulary.descendants('a')].toSorted()).toEqual(['a', 'b']);
    expect(branchOf(vocabulary, 'a')).toBe('neutral');
  });
});

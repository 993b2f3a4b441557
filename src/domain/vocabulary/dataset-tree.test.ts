import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../brand.ts';
import { datasetTree, type TreeRow } from './dataset-tree.ts';
import { bundledVocabulary, createVocabulary } from './vocabulary.ts';

const bundled = bundledVocabulary();
const treeOf = (...files: (readonly TreeRow[])[]) =>
  datasetTree(
    files.map((rows, at) => ({ path: `tree-${at}.csv` as DatasetPath, rows })),
    bundled,
  );

/** Consolidation lies below mass here, a new finding below it; the apex is a place of its own. */
const ROWS: readonly TreeRow[] = [
  { term: 'radiological finding' },
  { term: 'mass', parent: 0 },
  { term: 'consolidation', cui: 'C9999999', parent: 1 },
  { term: 'crazy paving', cui: 'C1111111', parent: 2 },
  { term: 'localization' },
  { term: 'lobar', parent: 4 },
  { term: 'apical', parent: 5 },
  { term: 'loc azygos', parent: 4 },
];

describe('datasetTree', () => {
  const tree = treeOf(ROWS);
  const terms = new Map(tree?.terms.map((term) => [term.label, term]));

  it('gives terms the parents of the file, and keeps what it does not name', () => {
    expect(terms.get('consolidation')?.parents).toEqual(['mass']);
    expect(terms.get('ground glass pattern')).toEqual(bundled.terms.get('ground glass pattern'));
    expect(createVocabulary(tree?.terms ?? []).descendants('mass')).toContain('crazy paving');
  });

  it('keeps the parents of what the file has as a root', () => {
    const infiltrates = treeOf([{ term: 'infiltrates' }, { term: 'mass', parent: 0 }]);
    const found = infiltrates?.terms.find(({ label }) => label === 'infiltrates');
    expect(found?.parents).toEqual(bundled.terms.get('infiltrates')?.parents);
  });

  it('adds terms that are not bundled, and identifiers only where there are none', () => {
    expect(terms.get('crazy paving')).toEqual({
      label: 'crazy paving',
      kind: 'finding',
      cui: 'C1111111',
      parents: ['consolidation'],
    });
    expect(terms.get('consolidation')?.cui).toBe(bundled.cui('consolidation'));
  });

  it('has places below their root with their prefix', () => {
    expect(terms.get('loc apical')?.parents).toEqual(['loc lobar']);
    expect(terms.get('loc azygos')).toMatchObject({ kind: 'location', parents: ['localization'] });
    expect(terms.has('apical')).toBe(false);
  });

  it('takes all parents of all files, and says which files', () => {
    const both = treeOf(ROWS, [{ term: 'nodule' }, { term: 'consolidation', parent: 0 }]);
    expect(both?.terms.find(({ label }) => label === 'consolidation')?.parents).toEqual(['mass', 'nodule']);
    expect(both?.paths).toEqual(['tree-0.csv', 'tree-1.csv']);
    expect(both?.named).toContain('loc apical');
    expect(both?.named).not.toContain('ground glass pattern');
  });

  it('is none without a file', () => {
    expect(treeOf()).toBeUndefined();
  });
});

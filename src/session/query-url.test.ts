import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_QUERY,
  eachFacet,
  GROUPINGS,
  SORT_KEYS,
  TERM_SCOPES,
  UNCHANGED_READINGS,
  VIEWS,
  type FacetKey,
  type LibraryQuery,
} from '../domain/dataset/library-query.ts';
import { dateOfDay } from '../domain/labs/day-distance.ts';
import { caseAddress, readQuery, writeQuery } from './query-url.ts';

const FIXED: Readonly<Partial<Record<FacetKey, readonly string[]>>> = {
  projected: ['name', 'header', 'conflict'],
  test: ['PCR:positive', 'IgG:indeterminate', 'ACT:unknown'],
  sex: ['F', 'M', 'O', 'unknown'],
  dated: ['none', 'table', 'sidecar'],
  mask: ['1'],
  labels: ['none', 'empty', 'labelled'],
  report: ['readable', 'normalised', 'none'],
  issue: ['FILE_EMPTY', 'VIEW_MISMATCH'],
  missing: ['1'],
  contradiction: ['label-denied', 'projection-shared'],
};
const facets = fc.record(
  eachFacet((key) => {
    const fixed = FIXED[key];
    const value = fixed ? fc.constantFrom(...fixed) : fc.string({ minLength: 1 });
    return fc.uniqueArray(value, { maxLength: 3 });
  }),
);
const range = (value: fc.Arbitrary<number>) =>
  fc.option(
    fc
      .record({ from: value, to: value }, { requiredKeys: [] })
      .filter(
        ({ from, to }) => (from !== undefined || to !== undefined) && !((from ?? 0) > (to ?? Infinity)),
      ),
    { nil: undefined },
  );
const query: fc.Arbitrary<LibraryQuery> = fc.record({
  text: fc.string(),
  facets,
  not: facets,
  ranges: fc.record({
    age: range(fc.integer({ min: 0, max: 130 })),
    date: range(fc.integer({ min: 0, max: 30_000 }).map(dateOfDay)),
  }),
  unchanged: fc.constantFrom(...UNCHANGED_READINGS),
  terms: fc.constantFrom(...TERM_SCOPES),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  group: fc.constantFrom(...GROUPINGS),
  view: fc.constantFrom(...VIEWS),
});
const read = (search: string) => readQuery(new URLSearchParams(search));

describe('the library in the address', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(read(writeQuery(one).toString())).toEqual({ query: one, invalid: [] });
      }),
    );
  });

  it('holds nothing for the empty query', () => {
    expect(writeQuery(EMPTY_QUERY).toString()).toBe('');
  });

  it('uses the published names, repeated for alternatives', () => {
    const { query: found, invalid } = read(
      'q=base&modality=CR&modality=DX&finding=COVID 19&test=PCR:positive&mask=1&sort=-date' +
        '&not.finding=normal&age=60..80&date=20200301..20200401&unchanged=resolved&terms=own&view=gallery&group=patient',
    );
    expect(invalid).toEqual([]);
    expect(found).toEqual({
      text: 'base',
      facets: {
        ...EMPTY_QUERY.facets,
        modality: ['CR', 'DX'],
        finding: ['COVID 19'],
        test: ['PCR:positive'],
        mask: ['1'],
      },
      not: { ...EMPTY_QUERY.not, finding: ['normal'] },
      ranges: { age: { from: 60, to: 80 }, date: { from: 20200301, to: 20200401 } },
      unchanged: 'resolved',
      terms: 'own',
      sort: { key: 'date', descending: true },
      group: 'patient',
      view: 'gallery',
    });
  });

  it('leaves a range open at either end, and takes one value for both', () => {
    expect(read('age=60..').query.ranges.age).toEqual({ from: 60 });
    expect(read('age=..60').query.ranges.age).toEqual({ to: 60 });
    expect(read('age=60').query.ranges.age).toEqual({ from: 60, to: 60 });
  });

  it('leaves out what it does not know, and names it', () => {
    const { query: found, invalid } = read(
      'test=PCR:maybe&mask=yes&sort=colour&modality=CT&age=80..60&date=20200231..20200401&view=list&not.sex=x',
    );
    expect(invalid).toEqual([
      'test=PCR:maybe',
      'mask=yes',
      'not.sex=x',
      'age=80..60',
      'date=20200231..20200401',
      'sort=colour',
      'view=list',
    ]);
    expect(found).toEqual({ ...EMPTY_QUERY, facets: { ...EMPTY_QUERY.facets, modality: ['CT'] } });
  });

  it.each(['..', '', 'a..b', '1..2..3', '-5..9', '1e2..', '60...80'])('knows no age %s', (text) => {
    expect(read(`age=${encodeURIComponent(text)}`).invalid).toEqual([`age=${text}`]);
  });

  it('keeps ids of any letters in the address of a case', () => {
    expect(caseAddress('sub-1/ñ', 'ses-a b')).toBe('/case/sub-1%2F%C3%B1/ses-a%20b');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_QUERY, SORT_KEYS, type LibraryQuery } from '../domain/dataset/library-query.ts';
import { caseAddress, readQuery, writeQuery } from './query-url.ts';

const words = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 });
const query = fc.record<LibraryQuery>({
  text: fc.string(),
  facets: fc.record({
    modality: words,
    finding: words,
    location: words,
    test: fc.uniqueArray(fc.constantFrom('PCR:positive', 'IgG:indeterminate', 'ACT:unknown'), {
      maxLength: 2,
    }),
    mask: fc.constantFrom<readonly string[]>([], ['1']),
  }),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
});

describe('the library in the address', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(readQuery(new URLSearchParams(writeQuery(one).toString()))).toEqual({
          query: one,
          invalid: [],
        });
      }),
    );
  });

  it('holds nothing for the empty query', () => {
    expect(writeQuery(EMPTY_QUERY).toString()).toBe('');
  });

  it('uses the published names, repeated for alternatives', () => {
    const params = new URLSearchParams(
      'q=base&modality=CR&modality=DX&finding=COVID 19&test=PCR:positive&mask=1&sort=-date',
    );
    const { query: read, invalid } = readQuery(params);
    expect(invalid).toEqual([]);
    expect(read).toEqual({
      text: 'base',
      facets: {
        modality: ['CR', 'DX'],
        finding: ['COVID 19'],
        location: [],
        test: ['PCR:positive'],
        mask: ['1'],
      },
      sort: { key: 'date', descending: true },
    });
  });

  it('leaves out what it does not know, and names it', () => {
    const { query: read, invalid } = readQuery(
      new URLSearchParams('test=PCR:maybe&mask=yes&sort=colour&modality=CT'),
    );
    expect(invalid).toEqual(['test=PCR:maybe', 'mask=yes', 'sort=colour']);
    expect(read.facets).toEqual({ ...EMPTY_QUERY.facets, modality: ['CT'] });
    expect(read.sort).toEqual(EMPTY_QUERY.sort);
  });

  it('keeps ids of any letters in the address of a case', () => {
    expect(caseAddress('sub-1/ñ', 'ses-a b')).toBe('/case/sub-1%2F%C3%B1/ses-a%20b');
  });
});

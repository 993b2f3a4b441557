import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryIndex, PLAIN_SESSION } from '../../testing/library-dataset.ts';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { matchPattern, parseSearch, splitMatches } from './search-text.ts';
import { searchSessions } from './search.ts';

const vocabulary = bundledVocabulary();
const index = libraryIndex(vocabulary, [
  {
    ...PLAIN_SESSION,
    subject: 0,
    labels: { findings: ['consolidation'], locations: ['loc basal'] },
    report: 'opacidad en base derecha . senos libres .',
    written: 'Opacidad en base derecha.\nSenos libres. Neumonía por COVID-19.',
  },
  {
    ...PLAIN_SESSION,
    subject: 1,
    labels: { findings: ['normal'], locations: [] },
    report: 'derecha la base',
  },
  { ...PLAIN_SESSION, subject: 2, labels: { findings: ['cardiomegaly'], locations: [] } },
]);

const found = (text: string): readonly number[] => {
  const marks = searchSessions(index, text);
  return marks ? Array.from(marks).flatMap((mark, row) => (mark === 1 ? [row] : [])) : [0, 1, 2];
};

describe('the search', () => {
  it.each([
    ['', [0, 1, 2]],
    ['!?', [0, 1, 2]],
    ['S0', [0]],
    ['ses-e1', [1]],
    ['NEUMONIA', [0]],
    ['neumonía', [0]],
    ['opac', [0]],
    ['pacidad', []],
    ['base derecha', [0, 1]],
    ['"base derecha"', [0]],
    ['"BASE   dérecha"', [0]],
    ['"derecha senos"', [0]],
    ['"base"', [0, 1]],
    ['"bas"', []],
    ['"base derecha', [0]],
    ['-base', [2]],
    ['base -neumonia', [1]],
    ['-"base derecha"', [1, 2]],
    ['sub-S2', [2]],
    [vocabulary.cui('cardiomegaly'), [2]],
    ['-normal -cardiomegaly', [0]],
    ['covid-19', [0]],
    ['"libres opacidad"', []],
  ])('%s', (text, rows) => {
    expect(found(text)).toEqual(rows);
  });

  it('is read as words, phrases and what is left out', () => {
    expect(parseSearch('base -Normal "vidrio deslustrado" -"sin cambios')).toEqual([
      { words: ['base'], isPhrase: false, isExcluded: false },
      { words: ['normal'], isPhrase: false, isExcluded: true },
      { words: ['vidrio', 'deslustrado'], isPhrase: true, isExcluded: false },
      { words: ['sin', 'cambios'], isPhrase: true, isExcluded: true },
    ]);
  });
});

const marked = (text: string, search: string): readonly string[] =>
  splitMatches(text, matchPattern(search))
    .filter(({ isMatch }) => isMatch)
    .map((piece) => piece.text);

describe('what the search marks', () => {
  it('is what it found, whatever accents and capitals', () => {
    expect(marked('Neumonía BASAL, no neumonías.', 'neumoni basal')).toEqual(['Neumoní', 'BASAL', 'neumoní']);
    expect(marked('En base\nderecha; base', '"base derecha"')).toEqual(['base\nderecha']);
    // The same letters with marks of their own.
    expect(marked('Neumoni\u0301a', 'neumonia')).toEqual(['Neumoni\u0301a']);
    expect(marked('consolidation', 'solid')).toEqual([]);
    expect(marked('normal', '-normal')).toEqual([]);
  });

  it('loses nothing of the text, whatever is searched for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
        const pieces = splitMatches(text, matchPattern(search));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzyFind, fuzzyScore } from './fuzzy-match.ts';

const find = (query: string, ...texts: readonly string[]): readonly string[] =>
  fuzzyFind(query, texts, (text) => [text]);

test('the beginning of a word comes before its middle, and that before letters left out', () => {
  expect(find('rot', 'Protocol', 'Cobb angle', 'Rotate right', 'Tool: rotate')).toEqual([
    'Rotate right',
    'Tool: rotate',
    'Protocol',
  ]);
  expect(find('rotr', 'Rotate left', 'Rotate right')).toEqual(['Rotate right']);
});

test('accents and capitals do not matter, and words may come in any order', () => {
  expect(find('RAPIDO desplaz', 'Desplazamiento rápido')).toHaveLength(1);
  expect(find('pulmón', 'Pulmon 1500/−600')).toHaveLength(1);
});

test('each word has to be found', () => {
  expect(fuzzyScore('rotate brain', 'Rotate right')).toBeUndefined();
  expect(fuzzyScore('xq', 'Fix quickly')).toBeUndefined();
});

test('a name counts more than a further text, and nothing asked finds everything as it was', () => {
  const things = [
    ['Zoom in', 'enlarge'],
    ['Enlarge', 'zoom'],
  ] as const;
  expect(fuzzyFind('enlarge', things, (thing) => thing)[0]?.[0]).toBe('Enlarge');
  expect(fuzzyFind('  ', things, (thing) => thing)).toBe(things);
});

test('any text finds itself and its beginnings, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, end) => {
      expect(fuzzyScore(text, text)).toBeDefined();
      expect(fuzzyScore(Array.from(text.trim()).slice(0, end).join(''), text.trim())).toBeDefined();
    }),
  );
});

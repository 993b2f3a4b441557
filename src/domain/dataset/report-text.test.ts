import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './report-text.ts';

const sentences = (text: string): readonly string[] => splitSentences(text).map(({ sentence }) => sentence);

describe('sentences of a report', () => {
  it('end at a full stop before a blank, and at a line break', () => {
    expect(sentences('Opacidad en base derecha. Senos libres.\nSin cambios')).toEqual([
      'Opacidad en base derecha.',
      'Senos libres.',
      'Sin cambios',
    ]);
  });

  it('do not end inside numbers', () => {
    expect(sentences('Nódulo de 3.5 cm. Resto normal.')).toEqual(['Nódulo de 3.5 cm.', 'Resto normal.']);
  });

  it('of a normalised report end at its lone full stops', () => {
    expect(sentences('opacidad en base derecha . senos libres .')).toEqual([
      'opacidad en base derecha .',
      'senos libres .',
    ]);
  });

  it('with what lies between them are the text again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = splitSentences(text);
        expect(parts.map(({ sentence, gap }) => sentence + gap).join('')).toBe(text.trimStart());
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { bundledVocabulary } from '../../vocabulary/vocabulary.ts';
import { PHRASES } from '../../../testing/report-phrases.ts';
import { wordsIn } from '../report-words.ts';
import { spanishLexicon } from './spanish-lexicon.ts';

const lexicon = spanishLexicon();
const vocabulary = bundledVocabulary();
const named = (text: string): readonly string[] =>
  lexicon.find(wordsIn(text)).flatMap(({ label, names }) => (names ? [label] : []));

/** Terms that no word of a report stands for. */
const WORDLESS = ['exclude', 'radiological finding', 'differential diagnosis', 'localization'];

describe('the Spanish lexicon', () => {
  it('has words for every term of the vocabulary, and for no other', () => {
    const terms = [...vocabulary.terms.keys()].filter((label) => !WORDLESS.includes(label));
    expect(terms.filter((label) => !PHRASES.has(label))).toEqual([]);
    expect([...PHRASES.keys()].filter((label) => !vocabulary.terms.has(label))).toEqual([]);
    expect(terms.filter((label) => !lexicon.knows(label))).toEqual([]);
  });

  it.each([...PHRASES])('finds %s as it is written', (label, phrases) => {
    for (const phrase of phrases) expect(named(phrase), phrase).toContain(label);
  });

  it.each([...PHRASES])('finds %s in normalised text', (label, phrases) => {
    for (const phrase of phrases) {
      const normalised = phrase
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ');
      expect(named(normalised), phrase).toContain(label);
    }
  });

  it('tells terms apart whose words are alike', () => {
    const cases: readonly (readonly [text: string, not: readonly string[]])[] = [
      ['Cambios degenerativos sin cambios crónicos', ['unchanged']],
      ['Derrame pericárdico leve', ['pleural effusion']],
      ['Seno costofrénico libre', ['loc rib', 'costophrenic angle blunting']],
      ['Colapso vertebral D8', ['atelectasis']],
      ['Ángulo cardiofrénico derecho', ['loc cardiac']],
      ['Bronquiectasias', ['loc bronchi']],
      ['Enfisema centrolobulillar', ['subcutaneous emphysema']],
      ['Infiltrado reticulonodular', ['reticular interstitial pattern']],
      ['Silueta cardíaca normal', ['cardiomegaly']],
      ['Índice cardiotorácico normal', ['cardiomegaly']],
      ['Aorta de calibre normal', ['aortic elongation', 'aortic aneurysm']],
      ['Nódulo mamario', ['pulmonary mass']],
      ['Tubo de drenaje', ['endotracheal tube']],
      ['Masa pulmonar', ['breast mass', 'pleural mass', 'soft tissue mass']],
    ];
    for (const [text, not] of cases) for (const label of not) expect(named(text), text).not.toContain(label);
  });

  it('does not word a term across the end of a clause', () => {
    expect(named('Engrosamiento. Pleura normal')).not.toContain('pleural thickening');
    expect(named('Vía central; yugular libre')).not.toContain('central venous catheter via umbilical vein');
    expect(named('aumento: densidad')).not.toContain('increased density');
  });
});

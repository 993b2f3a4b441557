import { describe, expect, it } from 'vitest';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import type { FiledReport } from './link-report.ts';
import { createReportReader } from './report-reader.ts';
import { sentencesForLabel } from './sentences-for-label.ts';

const reader = createReportReader(bundledVocabulary());

const report = (...readable: readonly string[]): FiledReport => ({
  readable,
  normalised: '',
  findings: [],
  places: [],
  items: [],
});

const textsFor = (filed: FiledReport, label: string): readonly string[] =>
  sentencesForLabel(filed, label, reader).map(({ text, isDenied }) => `${isDenied ? 'denied: ' : ''}${text}`);

describe('sentencesForLabel', () => {
  const filed = report(
    'Consolidación en base derecha.\nDERRAME pleural izquierdo. Neumonía por COVID-19.',
    'No se observa neumotórax.',
  );

  it('finds what names a label in Spanish, whatever its accents and capitals', () => {
    expect(textsFor(filed, 'consolidation')).toEqual(['Consolidación en base derecha.']);
    expect(textsFor(filed, 'pleural effusion')).toEqual(['DERRAME pleural izquierdo.']);
    expect(textsFor(filed, 'nodule')).toEqual([]);
  });

  it('finds what says a label by implication', () => {
    expect(textsFor(filed, 'viral pneumonia')).toEqual(['Neumonía por COVID-19.']);
  });

  it('tells what is denied', () => {
    expect(textsFor(filed, 'pneumothorax')).toEqual(['denied: No se observa neumotórax.']);
  });

  it('finds names that are no label by their words', () => {
    expect(textsFor(report('La lesión A mide 3 cm. Sin otra.'), 'Lesión A')).toEqual([
      'La lesión A mide 3 cm.',
    ]);
    expect(textsFor(report('Sin cambios.'), '7')).toEqual([]);
  });

  it('reads the normalised text where there is no other', () => {
    const only = { ...report(), normalised: 'opacidad en vidrio deslustrado . senos libres .' };
    expect(textsFor(only, 'ground glass pattern')).toHaveLength(1);
    expect(textsFor(report(), 'mass')).toEqual([]);
  });
});

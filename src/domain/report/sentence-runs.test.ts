import { describe, expect, it } from 'vitest';
import { REPORT_BANK } from '../../testing/report-bank.ts';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { createReportReader } from './report-reader.ts';
import { sentenceRuns } from './sentence-runs.ts';

const reader = createReportReader(bundledVocabulary());

const runsOf = (text: string, labels: readonly string[], places: readonly string[] = []) =>
  sentenceRuns(
    { text, gap: '', part: 0, reading: reader.read(text).reading, labels, places, certainty: 'certain' },
    reader.graph,
  );

/** The marked stretches alone, with what they stand for. */
const marked = (...args: Parameters<typeof runsOf>) =>
  runsOf(...args).flatMap(({ text, mark, labels }) => (mark ? [[mark, text, ...labels]] : []));

describe('the words of a sentence that are marked', () => {
  it('are those that word its labels and places', () => {
    expect(marked('Consolidación en base derecha.', ['consolidation'], ['loc basal', 'loc right'])).toEqual([
      ['label', 'Consolidación', 'consolidation'],
      ['label', 'base', 'loc basal'],
      ['label', 'derecha', 'loc right'],
    ]);
  });

  it('are no words of a label that the tables do not give to it', () => {
    expect(marked('Consolidación en base derecha.', [], ['loc right'])).toEqual([
      ['label', 'derecha', 'loc right'],
    ]);
  });

  it('stand for the label of the sentence that they say, or that says them', () => {
    expect(marked('Infiltrados bilaterales.', ['interstitial pattern'])).toEqual([
      ['label', 'Infiltrados', 'interstitial pattern'],
    ]);
  });

  it('are denials, from the words that deny to the last term, whatever the labels', () => {
    expect(
      marked('No se observa derrame pleural izquierdo.', ['normal'], ['loc pleural', 'loc left']),
    ).toEqual([['denied', 'No se observa derrame pleural izquierdo', 'pleural effusion']]);
    expect(marked('Sin derrame ni neumotórax; cardiomegalia.', ['cardiomegaly'])).toEqual([
      ['denied', 'Sin derrame ni neumotórax', 'pleural effusion', 'pneumothorax'],
      ['label', 'cardiomegalia', 'cardiomegaly'],
    ]);
  });

  it('leave a sentence as it is', () => {
    for (const { text, labels, places } of REPORT_BANK)
      expect(
        runsOf(text, labels, places)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    expect(runsOf('', [])).toEqual([]);
  });
});

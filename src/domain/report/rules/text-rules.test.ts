import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseReport, REPORT_BANK } from '../../../testing/report-bank.ts';
import { bundledVocabulary } from '../../vocabulary/vocabulary.ts';
import type { FiledReport } from '../link-report.ts';
import { createReportReader } from '../report-reader.ts';
import { bitOf, TEXT_RULES, type TextRuleId } from './rule-ids.ts';
import { checkTexts, textContradictions } from './text-rules.ts';

const reader = createReportReader(bundledVocabulary());

/** A report of sentences, each with its labels and places, filed in one flat list. */
function filed(
  sentences: readonly (readonly [text: string, ...labels: readonly string[]])[],
  change: Partial<FiledReport> = {},
): FiledReport {
  const all = sentences.flatMap(([, ...labels]) => labels);
  const texts = sentences.map(([text]) => text);
  return {
    readable: [texts.join(' ')],
    normalised: normaliseReport(texts),
    findings: [...new Set(all.filter((label) => !label.startsWith('loc ')))],
    places: [...new Set(all.filter((label) => label.startsWith('loc ')))],
    items: all.map((label) => ({ label, hint: 'none' })),
    ...change,
  };
}

/** What was found, as `rule: what`. */
const found = (report: FiledReport): readonly string[] =>
  textContradictions(report, reader).map((one) =>
    one.rule === 'side-mismatch'
      ? `${one.rule}: ${one.said}, ${one.places.join()}`
      : `${one.rule}: ${one.label}`,
  );

describe('a label that the report denies', () => {
  it.each([
    ['No se observan signos de neumonía.', 'pneumonia'],
    ['Sin derrame pleural.', 'pleural effusion'],
    ['Se descarta neumotórax.', 'pneumothorax'],
    ['Ausencia de consolidaciones.', 'consolidation'],
    ['Senos libres. No hay infiltrados ni cardiomegalia.', 'cardiomegaly'],
    // What denies pneumonia denies a viral one.
    ['No se observa neumonía.', 'viral pneumonia'],
  ])('%s is found: %s', (text, label) => {
    expect(found(filed([[text, label]]))).toEqual([`label-denied: ${label}`]);
  });

  it.each([
    ['Signos de neumonía.', 'pneumonia'],
    ['No se descarta neumonía.', 'pneumonia'],
    ['No se puede descartar infección por COVID-19.', 'COVID 19 uncertain'],
    ['Cardiomegalia sin derrame pleural.', 'cardiomegaly'],
    ['Derrame pleural izquierdo. No se observa derrame pleural derecho.', 'pleural effusion'],
    ['Sin cambios.', 'unchanged'],
    // A hint elsewhere may be where the label comes from.
    ['No se observan consolidaciones. Opacidad en base derecha.', 'consolidation'],
  ])('%s is no such: %s', (text, label) => {
    expect(found(filed([[text, label]]))).toEqual([]);
  });

  it('says in which sentence', () => {
    const report = filed([
      ['Cardiomegalia.', 'cardiomegaly'],
      ['No se observa neumotórax.', 'pneumothorax'],
    ]);
    expect(textContradictions(report, reader)).toEqual([
      { rule: 'label-denied', label: 'pneumothorax', sentences: [1] },
    ]);
  });

  it('is told only where the readable text agrees', () => {
    // Without its comma the normalised text denies what the readable one affirms.
    const report = filed([['No infiltrados cardiomegalia.', 'cardiomegaly']], {
      normalised: 'no se observan infiltrados cardiomegalia .',
      readable: ['No se observan infiltrados; cardiomegalia.'],
    });
    expect(found({ ...report, readable: [] })).toEqual(['label-denied: cardiomegaly']);
    expect(found(report)).toEqual([]);
  });
});

describe('a label that no sentence says', () => {
  it.each([
    ['Cardiomegalia.', 'kyphosis'],
    ['Senos costofrénicos libres.', 'pacemaker'],
    ['Hallazgos sin relevancia.', 'pulmonary mass'],
  ])('%s is found: %s', (text, label) => {
    expect(found(filed([[text, label]]))).toEqual([`label-unsupported: ${label}`]);
  });

  it.each([
    ['Opacidad en base derecha.', 'consolidation'],
    ['Consolidación en LII.', 'infiltrates'],
    ['Neumonía por COVID-19.', 'viral pneumonia'],
    ['Neumonía.', 'viral pneumonia'],
    ['SNG.', 'NSG tube'],
    // These claim nothing about what is in the image.
    ['Cardiomegalia.', 'normal'],
    ['Cardiomegalia.', 'exclude'],
    ['Cardiomegalia.', 'suboptimal study'],
    // Nothing is known of how this would be worded.
    ['Cardiomegalia.', 'no such label'],
  ])('%s is no such: %s', (text, label) => {
    expect(found(filed([[text, label]]))).toEqual([]);
  });

  it('is not looked for in a clinical reason, nor where there is no text', () => {
    const readable = ['Motivo: sospecha de neumotórax.\n\nInforme:\nCardiomegalia.'];
    const report = filed([['Cardiomegalia.', 'pneumothorax']], { readable });
    expect(found(report)).toEqual(['label-unsupported: pneumothorax']);
    expect(found({ ...report, normalised: '' })).toEqual(['label-unsupported: pneumothorax']);
    expect(found({ ...report, normalised: '', readable: [] })).toEqual([]);
  });
});

describe('sides that disagree', () => {
  it.each([
    [
      'Pinzamiento del seno costofrénico izquierdo.',
      ['costophrenic angle blunting', 'loc right costophrenic angle'],
      'left, loc right costophrenic angle',
    ],
    ['Derrame pleural derecho.', ['pleural effusion', 'loc pleural', 'loc left'], 'right, loc left'],
    ['Infiltrado en campo medio dcho.', ['infiltrates', 'loc lingula'], 'right, loc lingula'],
  ])('%s is found', (text, labels, what) => {
    expect(found(filed([[text, ...labels]]))).toEqual([`side-mismatch: ${what}`]);
  });

  it.each([
    [
      'Pinzamiento del seno costofrénico izquierdo.',
      ['costophrenic angle blunting', 'loc left costophrenic angle'],
    ],
    ['Derrame pleural bilateral.', ['pleural effusion', 'loc pleural', 'loc left']],
    ['Derrame pleural derecho y leve izquierdo.', ['pleural effusion', 'loc left']],
    ['Derrame pleural derecho.', ['pleural effusion', 'loc right', 'loc left']],
    ['Derrame pleural derecho.', ['pleural effusion', 'loc pleural']],
    ['Derrame pleural.', ['pleural effusion', 'loc left']],
  ])('%s is no such', (text, labels) => {
    expect(found(filed([[text, ...labels]]))).toEqual([]);
  });

  it('is found in the sentence that has it, among others of either side', () => {
    const report = filed([
      ['Consolidación en base derecha.', 'consolidation', 'loc basal', 'loc right'],
      ['Derrame pleural izquierdo.', 'pleural effusion', 'loc pleural', 'loc right'],
      ['Atelectasia laminar en base izquierda.', 'laminar atelectasis', 'loc basal', 'loc left'],
    ]);
    expect(textContradictions(report, reader)).toEqual([
      { rule: 'side-mismatch', said: 'left', places: ['loc right'], sentences: [1] },
    ]);
  });
});

describe('any report', () => {
  const report = fc
    .array(fc.constantFrom(...REPORT_BANK), { minLength: 1, maxLength: 10 })
    .map((sentences) => filed(sentences.map(({ text, labels, places }) => [text, ...labels, ...places])));

  it('that is labelled as it says contradicts nothing', () => {
    fc.assert(
      fc.property(report, (one) => {
        expect(found(one)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has the rules that the library counts', () => {
    const label = fc.constantFrom('pneumothorax', 'goiter', 'pleural effusion', 'cardiomegaly', 'COVID 19');
    const place = fc.constantFrom('loc right', 'loc left', 'loc bilateral', 'loc lingula');
    const changed = fc.tuple(
      report,
      fc.array(label, { maxLength: 2 }),
      fc.array(fc.tuple(fc.nat(30), place), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(changed, ([one, more, swaps]) => {
        const items = one.items.map(({ label: filedLabel, hint }, at) => {
          const swap = swaps.find(([number]) => number === at);
          return { label: swap && filedLabel.startsWith('loc ') ? swap[1] : filedLabel, hint };
        });
        const wrong = { ...one, findings: [...new Set([...one.findings, ...more])], items };
        const bits = checkTexts(wrong, reader);
        const rules = new Set<string>(textContradictions(wrong, reader).map(({ rule }) => rule));
        const counted = TEXT_RULES.filter((rule: TextRuleId) => (bits & bitOf(rule)) !== 0);
        expect(counted).toEqual(TEXT_RULES.filter((rule) => rules.has(rule)));
      }),
      { numRuns: 300 },
    );
  });

  it('that is turned into its opposite denies its labels', () => {
    const named = REPORT_BANK.filter(
      ({ labels, text }) =>
        labels.length === 1 &&
        /^[A-Z][a-z]/.test(text) &&
        !/^(Sin|No|Resto|Senos|Silueta|Hilios|Estr|Par|Radio|Proy|Se |Mej|Hallazgos)/.test(text),
    );
    expect(named.length).toBeGreaterThan(10);
    for (const { text, labels } of named) {
      const denied = `No se observa ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
      expect(found(filed([[denied, ...labels]])), denied).toEqual(
        labels.map((label) => `label-denied: ${label}`),
      );
    }
  });
});

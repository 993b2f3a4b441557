import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseReport, REPORT_BANK, type BankSentence } from '../../testing/report-bank.ts';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import type { FiledItem, ItemHint } from './bind-items.ts';
import { createReportReader } from './report-reader.ts';
import { linkReport, type FiledReport, type LinkedSentence } from './link-report.ts';

const reader = createReportReader(bundledVocabulary());

/** How a list is filed: sentences kept apart, blanks before their second labels, or nothing of the kind. */
type Dialect = 'nested' | 'spaced' | 'flat';

function hintOf(dialect: Dialect, at: number, label: string): ItemHint {
  if (dialect === 'nested') return at === 0 ? 'start' : 'same';
  if (dialect === 'flat') return 'none';
  return at > 0 && !label.startsWith('loc ') ? 'spaced' : 'unspaced';
}

const NO_REPORT: FiledReport = { readable: [], normalised: '', findings: [], places: [], items: [] };

/** A report as its tables have it. */
function filed(
  sentences: readonly BankSentence[],
  dialect: Dialect,
  texts: Partial<Pick<FiledReport, 'readable' | 'normalised'>> = {},
): FiledReport {
  const items = sentences.flatMap(({ labels, places }) =>
    [...labels, ...places].map((label, at): FiledItem => ({ label, hint: hintOf(dialect, at, label) })),
  );
  return {
    readable: [sentences.map(({ text }) => text).join(' ')],
    normalised: normaliseReport(sentences.map(({ text }) => text)),
    findings: [...new Set(sentences.flatMap((one) => one.labels))],
    places: [...new Set(sentences.flatMap((one) => one.places))],
    items,
    ...texts,
  };
}

const flat = (labels: readonly string[]): readonly FiledItem[] =>
  labels.map((label) => ({ label, hint: 'none' }));

const isRight = ({ labels, places }: LinkedSentence, wanted: BankSentence | undefined): boolean =>
  [...new Set(wanted?.labels)].toSorted().join() === labels.toSorted().join() &&
  [...new Set(wanted?.places)].toSorted().join() === places.toSorted().join();

interface Labelled {
  readonly labels: readonly string[];
  readonly places: readonly string[];
}

/** Every label and place of a list, each once. */
const allOf = (list: readonly Labelled[]): readonly string[] =>
  [...new Set(list.flatMap(({ labels, places }) => [...labels, ...places]))].toSorted();

const labelsOf = (one: FiledReport): readonly (readonly (readonly string[])[])[] =>
  linkReport(one, reader).sentences.map(({ labels, places }) => [labels, places]);

const shareWrong = (list: readonly { readonly isRight: boolean }[]): number =>
  list.filter((one) => !one.isRight).length / Math.max(1, list.length);

const report = fc.array(fc.constantFrom(...REPORT_BANK), { minLength: 1, maxLength: 12 });
const dialect = fc.constantFrom<Dialect>('nested', 'spaced', 'flat');

describe('a report and its labels', () => {
  it('are linked sentence by sentence', () => {
    const link = linkReport(
      {
        readable: ['Opacidad en base derecha.\nSenos libres. Neumonía por COVID-19.'],
        normalised: 'opacidad en base derecha . senos libres . neumonia por covid 19 .',
        findings: ['increased density', 'COVID 19', 'pneumonia'],
        places: ['loc basal', 'loc right'],
        items: flat(['increased density', 'loc basal', 'loc right', 'normal', 'COVID 19', 'pneumonia']),
      },
      reader,
    );
    expect(link.isReadable).toBe(true);
    expect(link.certainty).toBe('certain');
    expect(link.sentences.map(({ text, labels, places }) => [text, labels, places])).toEqual([
      ['Opacidad en base derecha.', ['increased density'], ['loc basal', 'loc right']],
      ['Senos libres.', ['normal'], []],
      ['Neumonía por COVID-19.', ['COVID 19', 'pneumonia'], []],
    ]);
  });

  it('of several sentences without places are told apart by their words', () => {
    const link = linkReport(
      {
        ...NO_REPORT,
        normalised: 'cardiomegalia . sin cambios . elongacion aortica .',
        findings: ['cardiomegaly', 'unchanged', 'aortic elongation'],
        items: flat(['cardiomegaly', 'unchanged', 'aortic elongation']),
      },
      reader,
    );
    expect(link.isReadable).toBe(false);
    expect(link.sentences.map(({ labels }) => labels)).toEqual([
      ['cardiomegaly'],
      ['unchanged'],
      ['aortic elongation'],
    ]);
    expect(link.certainty).toBe('certain');
  });

  it('are not sure where nothing tells sentences apart', () => {
    const unclear: FiledReport = {
      ...NO_REPORT,
      normalised: 'primera frase . segunda frase . tercera frase .',
      findings: ['kyphosis', 'goiter'],
      items: flat(['kyphosis', 'goiter']),
    };
    expect(linkReport(unclear, reader).certainty).toBe('unknown');
  });

  it('have a label that nothing words in the only sentence there is', () => {
    const link = linkReport(
      {
        ...NO_REPORT,
        normalised: 'una frase cualquiera .',
        findings: ['kyphosis'],
        items: flat(['kyphosis']),
      },
      reader,
    );
    expect(link.sentences[0]?.labels).toEqual(['kyphosis']);
  });

  it('without a list by sentence are linked by their words, and no more than likely', () => {
    const link = linkReport(
      {
        ...NO_REPORT,
        readable: ['Cardiomegalia. Derrame pleural izquierdo.'],
        findings: ['pleural effusion', 'cardiomegaly', 'kyphosis'],
        places: ['loc pleural', 'loc left'],
      },
      reader,
    );
    expect(link.sentences.map(({ labels, places, certainty }) => [labels, places, certainty])).toEqual([
      [['cardiomegaly'], [], 'likely'],
      [['pleural effusion'], ['loc pleural', 'loc left'], 'likely'],
    ]);
    expect(link.certainty).toBe('likely');
  });

  it('have no certainty where there are no labels or no text', () => {
    expect(linkReport({ ...NO_REPORT, normalised: 'cardiomegalia .' }, reader).certainty).toBeUndefined();
    const noText = linkReport(
      { ...NO_REPORT, findings: ['cardiomegaly'], items: flat(['cardiomegaly']) },
      reader,
    );
    expect(noText).toEqual({ isReadable: false, certainty: undefined, sentences: [] });
  });

  it('with a truncated list keep what is left, and look for the rest by its words', () => {
    const link = linkReport(
      {
        ...NO_REPORT,
        normalised: 'elevacion del hemidiafragma derecho . no se observa derrame pleural . cardiomegalia .',
        findings: ['hemidiaphragm elevation', 'cardiomegaly'],
        items: flat(['hemidiaphragm elevation', 'loc diaphragm', 'loc right', 'normal']),
      },
      reader,
    );
    expect(link.sentences.map(({ labels }) => labels)).toEqual([
      ['hemidiaphragm elevation'],
      ['normal'],
      ['cardiomegaly'],
    ]);
    expect(link.sentences[2]?.certainty).not.toBe('certain');
  });
});

describe('the two texts of a report', () => {
  const [first, second] = [REPORT_BANK[0], REPORT_BANK[3]].filter((one) => one !== undefined);
  if (!first || !second) throw new Error('the bank is empty');

  it('may differ by a clinical reason, which has no labels', () => {
    const readable = [
      `Datos clínicos: tos y fiebre, descartar neumonía.\n\nInforme:\n${first.text}\n${second.text}`,
    ];
    const link = linkReport(filed([first, second], 'flat', { readable }), reader);
    expect(link.sentences.map(({ labels }) => labels)).toEqual([[], [], first.labels, second.labels]);
    expect(link.certainty).toBe('certain');
  });

  it('may break their sentences elsewhere', () => {
    // The full stop of an abbreviation, and a line without one.
    const readable = [
      'Comentado con el Dr. Gómez\nPinzamiento del seno costofrénico izquierdo\nCardiomegalia',
    ];
    const normalised =
      'comentado con el dr gomez pinzamiento del seno costofrenico izquierdo cardiomegalia .';
    const link = linkReport(
      {
        readable,
        normalised,
        findings: ['costophrenic angle blunting', 'cardiomegaly'],
        places: ['loc left costophrenic angle', 'loc cardiac'],
        items: flat([
          'costophrenic angle blunting',
          'cardiomegaly',
          'loc left costophrenic angle',
          'loc cardiac',
        ]),
      },
      reader,
    );
    expect(link.sentences.map(({ labels, places }) => [...labels, ...places])).toEqual([
      [],
      [],
      ['costophrenic angle blunting', 'loc left costophrenic angle'],
      ['cardiomegaly', 'loc cardiac'],
    ]);
    expect(link.certainty).not.toBe('certain');
  });

  it('may have names masked and words left out', () => {
    const readable = [
      '<NOMBREPROPIO> presenta Cardiomegalia. Comparada con previa de 12/03/2020. Derrame pleural derecho.',
    ];
    const link = linkReport(
      {
        ...NO_REPORT,
        readable,
        normalised: 'presenta cardiomegalia . derrame pleural derecho .',
        findings: ['cardiomegaly', 'pleural effusion'],
        items: flat(['cardiomegaly', 'pleural effusion', 'loc pleural', 'loc right']),
      },
      reader,
    );
    expect(link.sentences.map(({ labels }) => labels)).toEqual([['cardiomegaly'], [], ['pleural effusion']]);
  });

  it('may be stems', () => {
    const link = linkReport(
      {
        ...NO_REPORT,
        readable: ['Atelectasias laminares bibasales. Elongación aórtica.'],
        normalised: 'atelectasi laminar bibasal . elongac aortic .',
        findings: ['laminar atelectasis', 'aortic elongation'],
        items: flat(['laminar atelectasis', 'loc basal bilateral', 'aortic elongation', 'loc aortic']),
      },
      reader,
    );
    expect(link.sentences.map(({ labels }) => labels)).toEqual([
      ['laminar atelectasis'],
      ['aortic elongation'],
    ]);
  });

  it('of an original and an annex are one row of sentences', () => {
    const readable = ['Cardiomegalia.', 'Anexo: derrame pleural derecho.'];
    const link = linkReport(
      {
        ...NO_REPORT,
        readable,
        normalised: 'cardiomegalia . anexo derrame pleural derecho .',
        findings: ['cardiomegaly', 'pleural effusion'],
        items: flat(['cardiomegaly', 'pleural effusion', 'loc pleural', 'loc right']),
      },
      reader,
    );
    expect(link.sentences.map(({ part, labels }) => [part, labels])).toEqual([
      [0, ['cardiomegaly']],
      [1, ['pleural effusion']],
    ]);
  });
});

describe('any report', () => {
  it('is linked as it was labelled where the list keeps sentences apart', () => {
    fc.assert(
      fc.property(report, fc.constantFrom<Dialect>('nested', 'spaced'), (sentences, how) => {
        const link = linkReport(filed(sentences, how), reader);
        expect(link.sentences.map((one, at) => isRight(one, sentences[at]))).toEqual(
          sentences.map(() => true),
        );
        expect(link.certainty).toBe('certain');
      }),
    );
  });

  it('loses no label and gets none, whatever the dialect', () => {
    fc.assert(
      fc.property(report, dialect, (sentences, how) => {
        const link = linkReport(filed(sentences, how), reader);
        expect(allOf(link.sentences)).toEqual(allOf(sentences));
      }),
    );
  });

  it('is the same whichever of its texts is there', () => {
    fc.assert(
      fc.property(report, (sentences) => {
        const both = labelsOf(filed(sentences, 'spaced'));
        expect(labelsOf(filed(sentences, 'spaced', { readable: [] }))).toEqual(both);
        expect(labelsOf(filed(sentences, 'spaced', { normalised: '' }))).toEqual(both);
      }),
    );
  });

  it('may be any text and any list', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const item = fc.record({
      label: fc.oneof(text, fc.constantFrom('normal', 'loc right', 'pneumonia')),
      hint: fc.constantFrom<ItemHint>('none', 'start', 'same', 'spaced', 'unspaced'),
    });
    fc.assert(
      fc.property(
        fc.array(text),
        text,
        fc.array(text),
        fc.array(item),
        (readable, normalised, findings, items) => {
          const link = linkReport({ readable, normalised, findings, places: [], items }, reader);
          const shown = link.isReadable ? readable : [normalised];
          // What is shown is what was filed, sentences and gaps.
          expect(link.sentences.map((one) => one.text + one.gap).join('')).toBe(
            shown.map((one) => one.trimStart()).join(''),
          );
        },
      ),
    );
  });

  it('too long for a report is not aligned, and shown', () => {
    const many = Array.from({ length: 2_000 }, () => 'pneumonia');
    const link = linkReport(
      { ...NO_REPORT, normalised: 'neumonia . '.repeat(2_000), findings: ['pneumonia'], items: flat(many) },
      reader,
    );
    expect(link.sentences).toHaveLength(2_000);
    expect(link.certainty).not.toBe('certain');
  });
});

/** Reports as they are not in books: sentences without a known word, labels that have nothing to do with the text. */
function noisyReports(count: number): readonly (readonly BankSentence[])[] {
  const labels = [...bundledVocabulary().terms.values()].filter(({ kind }) => kind !== 'location');
  const sentence = fc
    .tuple(fc.constantFrom(...REPORT_BANK), fc.nat(99), fc.constantFrom(...labels), fc.nat(9_999))
    .map(([one, dice, { label }, number]): BankSentence => {
      if (dice < 15) return { ...one, text: `Frase ${number} sin palabras conocidas.` };
      return dice < 25 ? { ...one, labels: [label] } : one;
    });
  return fc.sample(fc.array(sentence, { minLength: 1, maxLength: 12 }), { numRuns: count, seed: 20 });
}

describe('how sure an alignment says it is', () => {
  it.each([
    ['flat', 0.99, 0.7],
    ['spaced', 0.995, 0.95],
    ['nested', 0.999, 0.99],
  ] as const)('holds in %s lists of noisy reports', (how, atLeastRight, atLeastCertain) => {
    const found = noisyReports(400).flatMap((sentences) =>
      linkReport(filed(sentences, how), reader).sentences.map((one, at) => ({
        certainty: one.certainty,
        isRight: isRight(one, sentences[at]),
      })),
    );
    const certain = found.filter(({ certainty }) => certainty === 'certain');
    expect(certain.filter((one) => one.isRight).length / certain.length).toBeGreaterThanOrEqual(atLeastRight);
    expect(certain.length / found.length).toBeGreaterThan(atLeastCertain);
    const less = found.filter(({ certainty }) => certainty !== 'certain');
    // What is called less than certain is wrong more often.
    expect(shareWrong(less)).toBeGreaterThanOrEqual(shareWrong(certain));
  });
});

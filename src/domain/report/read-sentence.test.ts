import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASES } from '../../testing/report-phrases.ts';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { evidenceOf } from './evidence.ts';
import { createLabelGraph } from './label-graph.ts';
import { spanishLexicon } from './lexicon/spanish-lexicon.ts';
import { createSentenceReader } from './read-sentence.ts';

const read = createSentenceReader(spanishLexicon());
const graph = createLabelGraph(bundledVocabulary());

/** What a sentence affirms, the most telling terms, and what it denies. */
function said(sentence: string): { readonly affirms: readonly string[]; readonly denies: readonly string[] } {
  const evidence = evidenceOf(read(sentence), graph);
  return { affirms: evidence.findings, denies: [...evidence.denied] };
}

const normalised = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Sentences as they are dictated, with what each denies and what it affirms; the same in both texts of a session. */
const SENTENCES: readonly (readonly [text: string, denies: readonly string[], affirms: readonly string[]])[] =
  [
    ['No se observa derrame pleural izquierdo.', ['pleural effusion'], []],
    ['No se observan infiltrados ni consolidaciones.', ['infiltrates', 'consolidation'], []],
    [
      'No se aprecian infiltrados pulmonares, consolidaciones, derrame pleural ni adenopatías.',
      ['infiltrates', 'consolidation', 'pleural effusion', 'adenopathy'],
      [],
    ],
    ['No hay neumotórax.', ['pneumothorax'], []],
    ['No existe derrame pleural.', ['pleural effusion'], []],
    ['Sin derrame pleural ni neumotórax.', ['pleural effusion', 'pneumothorax'], []],
    ['Sin evidencia de consolidación.', ['consolidation'], []],
    ['Sin signos de insuficiencia cardíaca.', ['heart insufficiency'], []],
    ['Ausencia de derrame pleural.', ['pleural effusion'], []],
    ['Se descarta neumotórax.', ['pneumothorax'], []],
    ['La exploración descarta neumonía.', ['pneumonia'], []],
    ['Permite descartar neumotórax.', ['pneumothorax'], []],
    ['Neumotórax descartado.', ['pneumothorax'], []],
    ['Derrame pleural no se observa.', ['pleural effusion'], []],
    ['Neumotórax: no se identifica.', ['pneumothorax'], []],
    ['Derrame pleural ausente.', ['pleural effusion'], []],
    ['Tampoco se aprecia cardiomegalia.', ['cardiomegaly'], []],
    ['No derrame.', ['pleural effusion'], []],
    ['No infiltrados, cardiomegalia.', ['infiltrates'], ['cardiomegaly']],
    ['No se observan hallazgos compatibles con neumonía.', ['pneumonia'], []],
    ['No se identifican signos radiológicos de neumonía.', ['pneumonia'], []],
    ['Parénquima libre de infiltrados.', ['infiltrates'], []],
    ['Estudio negativo para neumonía.', ['pneumonia'], []],
    ['Desaparición del derrame pleural derecho.', ['pleural effusion'], []],
    ['Han desaparecido los infiltrados.', ['infiltrates'], []],
    ['Ningún nódulo pulmonar.', ['nodule'], []],
    ['No claras consolidaciones.', ['consolidation'], []],
    ['Cardiomegalia sin signos de congestión hiliar.', ['hilar congestion'], ['cardiomegaly']],
    ['Cardiomegalia sin derrame pleural.', ['pleural effusion'], ['cardiomegaly']],
    ['Sin derrame pleural, con cardiomegalia leve.', ['pleural effusion'], ['cardiomegaly']],
    [
      'No se observan infiltrados pero sí atelectasia laminar en base izquierda.',
      ['infiltrates'],
      ['laminar atelectasis'],
    ],
    [
      'No se observa consolidación, aunque persiste derrame pleural.',
      ['consolidation'],
      ['pleural effusion'],
    ],
    ['No se aprecian alteraciones salvo elongación aórtica.', [], ['aortic elongation']],
    ['No se observan lesiones excepto granuloma calcificado.', [], ['calcified granuloma']],
    ['No se observa derrame pleural; cardiomegalia.', ['pleural effusion'], ['cardiomegaly']],
    ['Derrame pleural izquierdo, sin neumotórax.', ['pneumothorax'], ['pleural effusion']],
    [
      'Atelectasia laminar sin otras consolidaciones ni derrame.',
      ['consolidation', 'pleural effusion'],
      ['laminar atelectasis'],
    ],
    // Double negations and words that only look like one.
    ['No se descarta neumonía.', [], ['pneumonia']],
    ['No se puede descartar neumonía.', [], ['pneumonia']],
    ['No puede excluirse consolidación retrocardíaca.', [], ['consolidation']],
    ['No es posible descartar derrame pleural.', [], ['pleural effusion']],
    ['Sin poder descartar neumonía.', [], ['pneumonia']],
    ['No se descarta neumonía ni derrame pleural.', [], ['pneumonia', 'pleural effusion']],
    ['Adenopatías no significativas.', [], ['adenopathy']],
    ['Nódulo no calcificado.', [], ['nodule']],
    ['Cardiomegalia sin cambios.', [], ['cardiomegaly', 'unchanged']],
    ['Sin cambios respecto al derrame pleural previo.', [], ['unchanged', 'pleural effusion']],
    ['No ha variado el derrame pleural.', [], ['unchanged', 'pleural effusion']],
    ['TC sin contraste: consolidación en LID.', [], ['consolidation']],
    ['Resolución parcial de los infiltrados.', [], ['infiltrates']],
    ['Ausencia de mama izquierda.', [], ['mastectomy']],
    ['Sin embargo, persiste consolidación.', [], ['consolidation']],
    // Nothing is denied.
    ['Pinzamiento del seno costofrénico derecho.', [], ['costophrenic angle blunting']],
    [
      'Aumento de densidad en base derecha con broncograma aéreo, compatible con consolidación.',
      [],
      ['increased density', 'air bronchogram'],
    ],
  ];

describe('what a sentence denies', () => {
  it.each(SENTENCES)('%s', (text, denies, affirms) => {
    const found = said(text);
    expect(found.denies.toSorted()).toEqual(denies.toSorted());
    expect(found.affirms).toEqual(expect.arrayContaining([...affirms]));
    for (const label of denies) expect(found.affirms).not.toContain(label);
  });

  it.each(SENTENCES.filter(([text]) => !/[;:,]/.test(text)))(
    'is the same without accents and capitals: %s',
    (text, denies) => {
      expect(said(normalised(text)).denies.toSorted()).toEqual(denies.toSorted());
    },
  );
});

const phrase = fc.constantFrom(
  ...[...PHRASES].flatMap(([label, phrases]) =>
    // Words for how things are are denied by nothing; a mastectomy may be worded as an absence.
    label.startsWith('loc ') ||
    [
      'normal',
      'unchanged',
      'suboptimal study',
      'mastectomy',
      'COVID 19 uncertain',
      'calcified densities',
    ].includes(label)
      ? []
      : phrases.map((text) => ({ label, text })),
  ),
);

describe('negation', () => {
  it('denies any term behind a cue, and none without', () => {
    const cue = fc.constantFrom(
      'No se observa',
      'Sin evidencia de',
      'Ausencia de',
      'Se descarta',
      'No hay',
      'Sin',
    );
    fc.assert(
      fc.property(cue, phrase, (before, { label, text }) => {
        expect(said(`${text}.`).denies).toEqual([]);
        const { denied, named } = evidenceOf(read(`${before} ${text.toLowerCase()}.`), graph);
        expect(denied.has(label) && !named.has(label)).toBe(true);
      }),
    );
  });

  it('ends with its clause', () => {
    fc.assert(
      fc.property(phrase, phrase, (a, b) => {
        const { named } = evidenceOf(
          read(`No se observa ${a.text.toLowerCase()}; ${b.text.toLowerCase()}.`),
          graph,
        );
        expect(named.has(b.label)).toBe(true);
      }),
    );
  });

  it('is turned back by a second one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('No se descarta', 'No se puede descartar', 'Sin poder excluir'),
        phrase,
        (before, { label, text }) => {
          expect(evidenceOf(read(`${before} ${text.toLowerCase()}.`), graph).named.has(label)).toBe(true);
        },
      ),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { words, mentions } = read(text);
        for (const { from, to } of mentions) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(words.length);
        }
      }),
    );
  });

  it('takes hostile texts', () => {
    for (const text of ['no ', 'sin derrame ni ', 'engrosamiento de la ', 'cov-'])
      expect(read(text.repeat(50_000)).words.length).toBeLessThan(4_000);
  });
});

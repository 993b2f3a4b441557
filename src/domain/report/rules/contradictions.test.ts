import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import { buildDatasetIndex } from '../../dataset/build/build-dataset-index.ts';
import { DatasetBuilder } from '../../dataset/build/dataset-builder.ts';
import { NOT_BEGUN, type DatasetIndex } from '../../dataset/dataset-index.ts';
import type { ListCell } from '../../dataset/rows.ts';
import { normaliseReport, REPORT_BANK, type BankSentence } from '../../../testing/report-bank.ts';
import { bundledVocabulary } from '../../vocabulary/vocabulary.ts';
import { filedReport, filedReportOf } from '../filed-report.ts';
import { linkReport } from '../link-report.ts';
import { createReportReader } from '../report-reader.ts';
import { contradictionsOf, rulesOf } from './contradictions.ts';
import { checkTexts } from './text-rules.ts';

const vocabulary = bundledVocabulary();
const reader = createReportReader(vocabulary);
const TABLE = 'table.tsv' as DatasetPath;
const SUBJECT = 'sub-1' as SubjectId;
const cell = (items: readonly string[]): ListCell => ({ items, raw: items.join() });

/** An index of sessions whose labels are those of their sentences, and more. */
function indexOf(
  sessions: readonly { readonly sentences: readonly BankSentence[]; readonly more: readonly string[] }[],
): DatasetIndex {
  const builder = new DatasetBuilder();
  sessions.forEach(({ sentences, more }, number) => {
    const session = `ses-${number}` as SessionId;
    const labels = sentences.flatMap((one) => [...one.labels, ...one.places]);
    const row = {
      subject: SUBJECT,
      session,
      report: normaliseReport(sentences.map(({ text }) => text)),
      labels: cell([...new Set([...sentences.flatMap((one) => one.labels), ...more])]),
      locations: cell([...new Set(sentences.flatMap(({ places }) => places))]),
      bySentence: cell(labels),
      labelCuis: cell([]),
      locationCuis: cell([]),
    };
    builder.addLabels(TABLE, '', { rows: [row], issues: [] });
    const [filed] = builder.session('', SUBJECT, session).labels;
    if (filed) builder.textRules.set(filed, checkTexts(filedReport(row, undefined), reader));
  });
  builder.textsChecked = true;
  const search = { tokens: [], rows: { offsets: Uint32Array.of(0), values: Uint32Array.of() } };
  return buildDatasetIndex(builder, 'x', NOT_BEGUN, vocabulary, () => search);
}

const session = fc.record({
  sentences: fc.array(fc.constantFrom(...REPORT_BANK), { minLength: 1, maxLength: 6 }),
  more: fc.uniqueArray(
    fc.constantFrom('pneumothorax', 'goiter', 'normal', 'cardiomegaly', 'pleural effusion'),
    { maxLength: 2 },
  ),
});

describe('the contradictions of a case', () => {
  it('are of the rules that the library counts it under', () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 4 }), (wanted) => {
        const index = indexOf(wanted);
        expect(index.textsChecked).toBe(true);
        wanted.forEach((_, row) => {
          const link = linkReport(filedReportOf(index, row), reader);
          const shown = contradictionsOf(index, row, vocabulary, reader, link).map(({ rule }) => rule);
          expect([...new Set(shown)]).toEqual(rulesOf(index, row));
        });
      }),
    );
  });

  it('come in the order of the rules, one for each label', () => {
    const sentences = REPORT_BANK.filter(({ text }) => text.startsWith('No se observa derrame'));
    const index = indexOf([{ sentences, more: ['pleural effusion', 'goiter', 'normal'] }]);
    const link = linkReport(filedReportOf(index, 0), reader);
    expect(contradictionsOf(index, 0, vocabulary, reader, link)).toEqual([
      { rule: 'label-denied', label: 'pleural effusion', sentences: [0] },
      { rule: 'label-unsupported', label: 'goiter', sentences: [] },
      { rule: 'normal-beside-findings', labels: ['pleural effusion', 'goiter'] },
    ]);
  });

  it('read the report as it was filed', () => {
    fc.assert(
      fc.property(session, ({ sentences }) => {
        const index = indexOf([{ sentences, more: [] }]);
        const { items, normalised } = filedReportOf(index, 0);
        expect(items.map(({ label }) => label)).toEqual(
          sentences.flatMap((one) => [...one.labels, ...one.places]),
        );
        expect(normalised).toBe(normaliseReport(sentences.map(({ text }) => text)));
      }),
    );
  });
});

import { cellOf, type FacetColumn } from '../../dataset/columns.ts';
import type { DatasetIndex, DatasetTables } from '../../dataset/dataset-index.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { filedReportOf } from '../filed-report.ts';
import type { ReportLink } from '../link-report.ts';
import type { ReportReader } from '../report-reader.ts';
import { imageContradictions, type ImageContradiction } from './image-rules.ts';
import { RULES, TEXT_RULES, type RuleId } from './rule-ids.ts';
import { createTableRules, type TableContradiction } from './table-rules.ts';
import { textContradictions, type TextContradiction } from './text-rules.ts';

/** Something about a session that cannot all be true, by the rule that found it. */
export type Contradiction = TextContradiction | TableContradiction | ImageContradiction;

/** Which rules find something in each session. */
export function makeContradictionColumn(index: DatasetTables, vocabulary: Vocabulary): FacetColumn {
  const { sessions } = index;
  const tableRules = createTableRules(index, vocabulary);
  const offsets = new Uint32Array(sessions.count + 1);
  const found: number[] = [];
  for (let row = 0; row < sessions.count; row++) {
    let bits = 0;
    const add = (rule: RuleId): void => void (bits |= 1 << RULES.indexOf(rule));
    const texts = sessions.textRules[row] ?? 0;
    if (texts !== 0) TEXT_RULES.forEach((rule, bit) => ((texts >> bit) & 1) === 1 && add(rule));
    for (const { rule } of tableRules.of(row)) add(rule);
    for (const { rule } of imageContradictions(index, row)) add(rule);
    for (let rule = 0; bits !== 0; rule++, bits >>= 1) if ((bits & 1) === 1) found.push(rule);
    offsets[row + 1] = found.length;
  }
  return { values: RULES, cells: { offsets, values: Uint32Array.from(found) } };
}

/** The rules that find something in a session, as the library counts them. */
export const rulesOf = ({ filters }: DatasetIndex, session: number): readonly RuleId[] =>
  Array.from(cellOf(filters.facets.contradiction.cells, session)).flatMap((rule) => RULES[rule] ?? []);

/** Everything that contradicts itself in a session, rule by rule. */
export function contradictionsOf(
  index: DatasetIndex,
  session: number,
  vocabulary: Vocabulary,
  reader: ReportReader,
  link: ReportLink,
): readonly Contradiction[] {
  const found: readonly Contradiction[] = [
    ...textContradictions(filedReportOf(index, session), reader, link),
    ...createTableRules(index, vocabulary).of(session),
    ...imageContradictions(index, session),
  ];
  return found.toSorted((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule));
}

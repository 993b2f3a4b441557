import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type { Sentence } from './sentence.ts';

/** Joins the sentences of a report to readable text. */
export const readableReport = (sentences: readonly Sentence[], between: ' ' | '\n'): string =>
  sentences.map(({ text }) => text).join(between);

/**
 * The text as the labels table files it: lower case, accents stripped, letters and digits only, each
 * sentence closed by ` . ` (the last by ` .`).
 */
export const normalisedReport = (sentences: readonly Sentence[]): string =>
  sentences.map(({ text }) => `${normalised(text)} .`).join(' ');

/** Lower case letters and digits without accents, words divided by single spaces. */
export const normalised = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The label cells of one report, items with the leading spaces that the published file has. */
interface ReportLabels {
  readonly labels: readonly string[];
  readonly locations: readonly string[];
  readonly bySentence: readonly string[];
}

/**
 * Labels of a report from those of its sentences, by the authors' rule: the union in order, without
 * `exclude` if anything else remains, then without `normal` if anything else remains. Only the exact
 * strings are dropped: second labels of a sentence keep a leading space, so that ` normal` survives.
 */
export function reportLabels(sentences: readonly Sentence[]): ReportLabels {
  const filed = sentences.map(({ labels, locations }) => ({
    labels: labels.map((label, n) => (n === 0 ? label : ` ${label}`)),
    locations,
  }));
  const union = [...new Set(filed.flatMap(({ labels }) => labels))];
  const withoutExclude = dropUnlessAlone(union, 'exclude');
  return {
    labels: dropUnlessAlone(withoutExclude, 'normal'),
    locations: [...new Set(filed.flatMap(({ locations }) => locations))],
    bySentence: filed.flatMap(({ labels, locations }) => [...labels, ...locations]),
  };
}

function dropUnlessAlone(labels: readonly string[], label: string): readonly string[] {
  const others = labels.filter((one) => one !== label);
  return others.length > 0 ? others : labels;
}

/** Cell of UMLS identifiers: labels that have none are left out, those outside the trees leave a hole. */
export function cuiCell(vocabulary: Vocabulary, labels: readonly string[]): string {
  const cuis = labels.flatMap((label) => {
    const term = vocabulary.terms.get(label.trim());
    const outside = term !== undefined && term.kind === 'finding' && term.parents.length === 0;
    if (outside) return [''];
    return term?.cui ? [term.cui] : [];
  });
  return `[${cuis.join(',')}]`;
}

/** A Python list literal of strings, as pandas writes it. */
export const pythonList = (items: readonly string[]): string => `[${items.map(pythonString).join(', ')}]`;

function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

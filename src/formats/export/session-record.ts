import { cellOf, type ListColumn } from '../../domain/dataset/columns.ts';
import { DATE_SOURCES, LABEL_STATES, type DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { inheritedOf, type InheritedTerms } from '../../domain/dataset/unchanged.ts';
import { reportKind, sessionModalities, sessionProjections } from '../../domain/dataset/session-summary.ts';
import { isoDate } from '../../domain/labs/day-distance.ts';
import { testsOfSession } from '../../domain/labs/session-tests.ts';

/** A test of the patient, with the days from the session to it; null where either has no date. */
export interface ExportedTest {
  readonly test: string;
  readonly result: string;
  /** ISO 8601, or empty. */
  readonly date: string;
  readonly days: number | null;
}

/** A label that `unchanged` stands for, and the session of the patient that names it. */
export interface InheritedLabel {
  readonly label: string;
  readonly session: string;
}

/**
 * What leaves midscope of one session: ids, paths, labels, tests. No birth date, no free text of a header, no
 * report. Labels and CUIs are two lists and never pairs: the published tables do not keep them aligned.
 */
export interface SessionRecord {
  readonly subject: string;
  readonly session: string;
  readonly date: string;
  readonly date_source: string;
  readonly ages: readonly number[];
  readonly sex: string;
  readonly modalities: readonly string[];
  readonly projections: readonly string[];
  readonly images: readonly string[];
  readonly images_missing: readonly string[];
  readonly masks: readonly string[];
  readonly label_state: string;
  readonly labels: readonly string[];
  readonly label_cuis: readonly string[];
  /** Those of earlier sessions that `unchanged` stands for; `labels` has none of them. */
  readonly labels_inherited: readonly InheritedLabel[];
  readonly locations: readonly string[];
  readonly location_cuis: readonly string[];
  readonly locations_inherited: readonly InheritedLabel[];
  readonly tests: readonly ExportedTest[];
  readonly report: string;
}

/** The CUIs that a cell holds, as filed. */
const cuisOf = (cell: string | undefined): readonly string[] => cell?.match(/\bC\d+\b/g) ?? [];

/** One session as it is exported. */
export function sessionRecord(index: DatasetIndex, row: number): SessionRecord {
  const { sessions, subjects, images, masks, terms } = index;
  const subject = sessions.subject[row] ?? 0;
  const own = Array.from(cellOf(sessions.images, row));
  const paths = (isMissing: boolean): readonly string[] =>
    own
      .filter((image) => (images.presence[image] === 1) === isMissing)
      .map((image) => images.paths[image] ?? '');
  const labels = (column: ListColumn): readonly string[] =>
    Array.from(cellOf(column, row), (term) => terms[term] ?? '');
  const inherited = (found: InheritedTerms): readonly InheritedLabel[] =>
    inheritedOf(found, row).map(({ term, from }) => ({
      label: terms[term] ?? '',
      session: sessions.ids[from] ?? '',
    }));
  const raw = sessions.rawLabels[row];
  return {
    subject: subjects.ids[subject] ?? '',
    session: sessions.ids[row] ?? '',
    date: isoDate(sessions.date[row] ?? 0),
    date_source: DATE_SOURCES[sessions.dateSource[row] ?? 0] ?? 'none',
    ages: Array.from(cellOf(subjects.ages, subject)),
    sex: subjects.sex[subject] ?? 'unknown',
    modalities: sessionModalities(index, row),
    projections: [...new Set(sessionProjections(index, row).map(({ view }) => view))],
    images: paths(false),
    images_missing: paths(true),
    masks: Array.from(cellOf(sessions.masks, row), (mask) => masks.paths[mask] ?? ''),
    label_state: LABEL_STATES[sessions.labelState[row] ?? 0] ?? 'none',
    labels: labels(sessions.findings),
    label_cuis: cuisOf(raw?.labelCuis),
    labels_inherited: inherited(sessions.unchanged.findings),
    locations: labels(sessions.locations),
    location_cuis: cuisOf(raw?.locationCuis),
    locations_inherited: inherited(sessions.unchanged.locations),
    tests: testsOfSession(index, row).map(({ kind, result, date, days }) => ({
      test: kind,
      result,
      date: isoDate(date),
      days: days ?? null,
    })),
    report: reportKind(index, row),
  };
}

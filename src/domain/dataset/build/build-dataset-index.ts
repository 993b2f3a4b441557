import type { SubjectId } from '../../brand.ts';
import type { Issue } from '../../issues.ts';
import { isLocation, type Vocabulary } from '../../vocabulary/vocabulary.ts';
import { groupRows, listColumn } from '../columns.ts';
import {
  CONTAINERS,
  DATE_SOURCES,
  LABEL_STATES,
  PRESENCES,
  READ_STATES,
  type DatasetIndex,
  type DateSource,
  type ImageTable,
  type IndexProgress,
  type LabelState,
  type MaskTable,
  type RawLabelCells,
  type Release,
  type SearchTable,
  type SessionTable,
  type SubjectTable,
  type TestTable,
} from '../dataset-index.ts';
import { compareNaturally } from '../text.ts';
import { labelIssues, presenceIssues, testsWithoutImages, unknownLabels } from './cross-checks.ts';
import type { DatasetBuilder } from './dataset-builder.ts';
import type { SessionDraft, SubjectDraft } from './drafts.ts';
import { createInterner, type Interner } from './interner.ts';
import { nameFilesOf } from './match-masks.ts';
import { sessionImages, sessionMasks, type SessionImage } from './session-images.ts';

export interface Naming {
  readonly name: string;
  readonly release: Release;
}

/** Makes the word index; a caller that knows the texts are unchanged may hand back an earlier one. */
export type MakeSearchTable = (
  sessions: SessionTable,
  subjects: readonly SubjectId[],
  terms: readonly string[],
) => SearchTable;

interface SessionRowDraft {
  readonly draft: SessionDraft;
  readonly subjectRow: number;
  readonly images: readonly SessionImage[];
  readonly date: number;
  readonly dateSource: DateSource;
}

/** The date of the sessions table, else the earliest date that an image's sidecar or header names. */
function dateOf(draft: SessionDraft, images: readonly SessionImage[]): { date: number; source: DateSource } {
  const filed = draft.table?.row.date ?? 0;
  if (filed > 0) return { date: filed, source: 'table' };
  const read = images.map((image) => image.date).filter((date) => date > 0);
  return read.length > 0 ? { date: Math.min(...read), source: 'sidecar' } : { date: 0, source: 'none' };
}

function sessionRows(
  builder: DatasetBuilder,
  subjects: readonly SubjectDraft[],
  walked: boolean,
  report: (issue: Issue) => void,
): readonly SessionRowDraft[] {
  return subjects.flatMap((subject, subjectRow) =>
    [...subject.sessions.values()]
      .map((draft) => {
        const images = sessionImages(draft, builder.sidecarsByFolder, walked, report);
        const { date, source } = dateOf(draft, images);
        return { draft, subjectRow, images, date, dateSource: source };
      })
      .toSorted(
        (a, b) => (a.date || Infinity) - (b.date || Infinity) || compareNaturally(a.draft.id, b.draft.id),
      ),
  );
}

function subjectTable(
  builder: DatasetBuilder,
  subjects: readonly SubjectDraft[],
  sessions: readonly SessionRowDraft[],
): SubjectTable {
  const rows = subjects.map(({ participant }) => participant?.row);
  return {
    count: subjects.length,
    ids: subjects.map(({ id }) => id),
    sex: rows.map((row) => row?.sex ?? 'unknown'),
    ages: listColumn(rows.map((row) => row?.ages ?? [])),
    rawAges: rows.map((row) => row?.raw.age ?? ''),
    sessions: groupRows(
      Uint32Array.from(sessions, ({ subjectRow }) => subjectRow),
      subjects.length,
    ),
    tests: groupRows(
      Uint32Array.from(subjects.flatMap(({ tests }, row) => tests.map(() => row))),
      subjects.length,
    ),
    otherCohort: subjects.map(({ id }) => builder.otherCohort.get(id) ?? ''),
  };
}

const labelStateOf = ({ labels }: SessionDraft): LabelState =>
  !labels
    ? 'none'
    : labels.row.labels.items.length + labels.row.locations.items.length === 0
      ? 'empty'
      : 'labelled';

function rawLabels({ labels }: SessionDraft): RawLabelCells | undefined {
  if (!labels) return undefined;
  const { row } = labels;
  return {
    labels: row.labels.raw,
    locations: row.locations.raw,
    bySentence: row.bySentence.raw,
    labelCuis: row.labelCuis.raw,
    locationCuis: row.locationCuis.raw,
  };
}

function sessionTable(
  rows: readonly SessionRowDraft[],
  images: ImageTable,
  masks: { readonly session: Uint32Array },
  terms: Interner<string>,
): SessionTable {
  const numbers = (labels: readonly string[]): number[] =>
    [...new Set(labels)].map((label) => terms.number(label));
  const cells = rows.map(({ draft }) => draft.labels?.row);
  return {
    count: rows.length,
    ids: rows.map(({ draft }) => draft.id),
    subject: Uint32Array.from(rows, ({ subjectRow }) => subjectRow),
    date: Uint32Array.from(rows, ({ date }) => date),
    dateSource: Uint8Array.from(rows, ({ dateSource }) => DATE_SOURCES.indexOf(dateSource)),
    labelState: Uint8Array.from(rows, ({ draft }) => LABEL_STATES.indexOf(labelStateOf(draft))),
    findings: listColumn(
      cells.map((row) => numbers((row?.labels.items ?? []).filter((label) => !isLocation(label)))),
    ),
    locations: listColumn(
      // Some rows file a place among the labels.
      cells.map((row) =>
        numbers([...(row?.locations.items ?? []), ...(row?.labels.items ?? []).filter(isLocation)]),
      ),
    ),
    bySentence: listColumn(
      cells.map((row) => (row?.bySentence.items ?? []).map((label) => terms.number(label))),
    ),
    images: groupRows(images.session, rows.length),
    masks: groupRows(masks.session, rows.length),
    reports: rows.map(({ draft }) => draft.table?.row.reports ?? []),
    normalisedReport: cells.map((row) => row?.report ?? ''),
    rawLabels: rows.map(({ draft }) => rawLabels(draft)),
  };
}

function imageTable(rows: readonly SessionRowDraft[]): ImageTable {
  const modalities = createInterner(['']);
  const views = createInterner(['']);
  const series = createInterner<string>();
  const sidecars = createInterner<SessionImage['path']>();
  const all = rows.flatMap(({ images }, session) => images.map((image) => ({ image, session })));
  const pick = (read: (image: SessionImage, session: number) => number): number[] =>
    all.map(({ image, session }) => read(image, session));
  return {
    count: all.length,
    paths: all.map(({ image }) => image.path),
    session: Uint32Array.from(pick((_, session) => session)),
    container: Uint8Array.from(pick((image) => CONTAINERS.indexOf(image.container))),
    modality: Uint8Array.from(pick((image) => modalities.number(image.modality))),
    modalities: modalities.values,
    view: Uint8Array.from(pick((image) => views.number(image.view))),
    viewConflict: Uint8Array.from(pick((image) => Number(image.viewConflict))),
    views: views.values,
    series: Uint32Array.from(pick((image, session) => series.number(`${session} ${image.series}`))),
    sidecar: Int32Array.from(pick((image) => (image.sidecar ? sidecars.number(image.sidecar) : -1))),
    sidecars: sidecars.values,
    sidecarShared: Uint8Array.from(pick((image) => Number(image.sidecarShared))),
    presence: Uint8Array.from(pick((image) => PRESENCES.indexOf(image.presence))),
    readState: Uint8Array.from(pick((image) => READ_STATES.indexOf(image.readState))),
  };
}

function maskTable(
  builder: DatasetBuilder,
  rows: readonly SessionRowDraft[],
  walked: boolean,
  report: (issue: Issue) => void,
): MaskTable & { readonly session: Uint32Array } {
  const paths: MaskTable['paths'][number][] = [];
  const image: number[] = [];
  const session: number[] = [];
  let firstImage = 0;
  rows.forEach(({ draft, images }, row) => {
    for (const mask of sessionMasks(draft, images)) {
      paths.push(mask.path);
      image.push(mask.image < 0 ? -1 : firstImage + mask.image);
      session.push(row);
      if (walked && mask.image < 0)
        report({ code: 'MASK_UNMATCHED', path: mask.path, subject: draft.subject, session: draft.id });
    }
    firstImage += images.length;
  });
  const names = paths.map(
    (path) => nameFilesOf(path).find((name) => builder.maskNames.has(name as typeof path)) ?? '',
  );
  return {
    count: paths.length,
    paths,
    image: Int32Array.from(image),
    names,
    session: Uint32Array.from(session),
  };
}

function testTable(subjects: readonly SubjectDraft[]): TestTable {
  const all = subjects.flatMap(({ tests }, subject) =>
    tests.toSorted((a, b) => a.date - b.date).map((test) => ({ test, subject })),
  );
  return {
    count: all.length,
    subject: Uint32Array.from(all, ({ subject }) => subject),
    date: Uint32Array.from(all, ({ test }) => test.date),
    kind: all.map(({ test }) => test.kind),
    result: all.map(({ test }) => test.result),
    raw: all.map(({ test }) => test.raw),
  };
}

/**
 * Makes an immutable index of everything collected so far. Subjects are in natural order of their ids,
 * sessions by date.
 */
export function buildDatasetIndex(
  builder: DatasetBuilder,
  naming: Naming,
  progress: IndexProgress,
  vocabulary: Vocabulary,
  makeSearchTable: MakeSearchTable,
): DatasetIndex {
  const issues: Issue[] = [...builder.issues];
  const report = (issue: Issue): void => void issues.push(issue);
  const walked = progress.files === 'done';
  const subjects = [...builder.subjects.values()].toSorted((a, b) => compareNaturally(a.id, b.id));
  const rows = sessionRows(builder, subjects, walked, report);
  const terms = createInterner<string>();
  const images = imageTable(rows);
  const { session: maskSession, ...masks } = maskTable(builder, rows, walked, report);
  const sessions = sessionTable(rows, images, { session: maskSession }, terms);
  for (const { draft, images: own } of rows) {
    labelIssues(draft, own.length, builder.hasLabelTable, walked, report);
    presenceIssues(draft, own, report);
  }
  unknownLabels(sessions, terms.values, vocabulary, report);
  if (walked) testsWithoutImages(subjects, report);
  const table = subjectTable(builder, subjects, rows);
  return {
    ...naming,
    roots: [...builder.roots].toSorted(),
    progress,
    terms: terms.values,
    subjects: table,
    sessions,
    images,
    tests: testTable(subjects),
    masks,
    search: makeSearchTable(sessions, table.ids, terms.values),
    issues,
  };
}

import type { DatasetPath, SubjectId } from '../../brand.ts';
import type { Issue } from '../../issues.ts';
import { ITEM_HINTS } from '../../report/bind-items.ts';
import { filedItems } from '../../report/filed-items.ts';
import { createVocabulary, isLocation, type Vocabulary } from '../../vocabulary/vocabulary.ts';
import { datasetTree } from '../../vocabulary/dataset-tree.ts';
import { groupRows, listColumn } from '../columns.ts';
import {
  CONTAINERS,
  DATE_SOURCES,
  LABEL_STATES,
  MASK_MATCHES,
  PRESENCES,
  READ_STATES,
  type DatasetIndex,
  type DatasetTables,
  type DateSource,
  type ImageTable,
  type IndexProgress,
  type LabelState,
  type MaskMatch,
  type MaskTable,
  type RawLabelCells,
  type SearchTable,
  type SessionTable,
  type SubjectTable,
  type TestTable,
} from '../dataset-index.ts';
import { makeFacetColumns, makeTermColumns } from '../facet-columns.ts';
import { makeRangeColumns } from '../range-columns.ts';
import { compareNaturally } from '../text.ts';
import { resolveUnchanged } from '../unchanged.ts';
import { labelIssues, presenceIssues, testsWithoutImages, unknownLabels } from './cross-checks.ts';
import type { DatasetBuilder } from './dataset-builder.ts';
import { createInterner, type Interner } from './interner.ts';
import { nameFilesOf } from './match-masks.ts';
import { matchReferences } from './match-references.ts';
import { sidecarFinder, type SidecarFinder } from './match-sidecars.ts';
import { mergeRoots, type MergedSession, type MergedSubject } from './merge-roots.ts';
import { releaseOf } from './release.ts';
import { sessionImages, type SessionImage } from './session-images.ts';
import { sessionMasks } from './session-masks.ts';

/** Makes the word index; a caller that knows the texts are unchanged may hand back an earlier one. */
export type MakeSearchTable = (
  sessions: SessionTable,
  subjects: readonly SubjectId[],
  terms: readonly string[],
) => SearchTable;

interface SessionRowDraft {
  readonly draft: MergedSession;
  readonly subjectRow: number;
  readonly images: readonly SessionImage[];
  readonly date: number;
  readonly dateSource: DateSource;
}

/** The date of the sessions table, else the earliest date that an image's sidecar or header names. */
function dateOf(draft: MergedSession, images: readonly SessionImage[]): { date: number; source: DateSource } {
  const filed = draft.table?.row.date ?? 0;
  if (filed > 0) return { date: filed, source: 'table' };
  const read = images.map((image) => image.date).filter((date) => date > 0);
  return read.length > 0 ? { date: Math.min(...read), source: 'sidecar' } : { date: 0, source: 'none' };
}

function sessionRows(
  subjects: readonly MergedSubject[],
  sidecarOf: SidecarFinder,
  walked: boolean,
  report: (issue: Issue) => void,
): readonly SessionRowDraft[] {
  return subjects.flatMap((subject, subjectRow) =>
    subject.sessions
      .map((draft) => {
        const images = sessionImages(draft, sidecarOf, walked, report);
        const { date, source } = dateOf(draft, images);
        return { draft, subjectRow, images, date, dateSource: source };
      })
      .toSorted(
        (a, b) => (a.date || Infinity) - (b.date || Infinity) || compareNaturally(a.draft.id, b.draft.id),
      ),
  );
}

function subjectTable(
  subjects: readonly MergedSubject[],
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
    otherCohort: subjects.map((subject) => subject.otherCohort),
  };
}

const labelStateOf = ({ labels }: MergedSession): LabelState =>
  !labels
    ? 'none'
    : labels.row.labels.items.length + labels.row.locations.items.length === 0
      ? 'empty'
      : 'labelled';

function rawLabels({ labels }: MergedSession): RawLabelCells | undefined {
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
  const items = cells.map((row) => (row ? filedItems(row.bySentence) : []));
  const labelled = {
    count: rows.length,
    subject: Uint32Array.from(rows, ({ subjectRow }) => subjectRow),
    date: Uint32Array.from(rows, ({ date }) => date),
    findings: listColumn(
      cells.map((row) => numbers((row?.labels.items ?? []).filter((label) => !isLocation(label)))),
    ),
    locations: listColumn(
      // Some rows file a place among the labels.
      cells.map((row) =>
        numbers([...(row?.locations.items ?? []), ...(row?.labels.items ?? []).filter(isLocation)]),
      ),
    ),
  };
  return {
    ...labelled,
    ids: rows.map(({ draft }) => draft.id),
    dateSource: Uint8Array.from(rows, ({ dateSource }) => DATE_SOURCES.indexOf(dateSource)),
    labelState: Uint8Array.from(rows, ({ draft }) => LABEL_STATES.indexOf(labelStateOf(draft))),
    bySentence: listColumn(items.map((own) => own.map(({ label }) => terms.number(label)))),
    bySentenceHints: Uint8Array.from(items.flatMap((own) => own.map(({ hint }) => ITEM_HINTS.indexOf(hint)))),
    unchanged: resolveUnchanged(labelled, terms.values),
    textRules: Uint8Array.from(rows, ({ draft }) => draft.textRules),
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
    modality: Uint32Array.from(pick((image) => modalities.number(image.modality))),
    modalities: modalities.values,
    view: Uint32Array.from(pick((image) => views.number(image.view))),
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

/** One mask with the rows of its image and session. */
interface MaskRow {
  readonly path: DatasetPath;
  readonly image: number;
  readonly match: MaskMatch;
  readonly entry: number;
  readonly session: number;
}

function maskTable(
  builder: DatasetBuilder,
  rows: readonly SessionRowDraft[],
  { files, readings }: IndexProgress,
  report: (issue: Issue) => void,
): MaskTable & { readonly session: Uint32Array } {
  const masks: MaskRow[] = [];
  let firstImage = 0;
  rows.forEach(({ draft, images }, session) => {
    for (const { path, image, match, entry, missing } of sessionMasks(draft, images, builder.attachedMasks)) {
      masks.push({
        path,
        image: image < 0 ? -1 : firstImage + image,
        match,
        entry,
        session,
      });
      if (image >= 0) continue;
      const ids = { path, subject: draft.subject, session: draft.id };
      // Which image has a UID is known when all headers and sidecars are read.
      if (missing !== undefined && readings === 'done')
        report({ code: 'MASK_REFERENCE', ...ids, facts: { first: missing } });
      else if (missing === undefined && files === 'done') report({ code: 'MASK_UNMATCHED', ...ids });
    }
    firstImage += images.length;
  });
  masks.push(...looseMasks(builder, rows, readings === 'done', report));
  // A file for many images names its segments itself; a table beside it is about something else.
  const names = masks.map(({ path, entry }) =>
    entry >= 0 ? '' : (nameFilesOf(path).find((name) => builder.maskNames.has(name as typeof path)) ?? ''),
  );
  return {
    count: masks.length,
    paths: masks.map(({ path }) => path),
    image: Int32Array.from(masks, ({ image }) => image),
    match: Uint8Array.from(masks, ({ match }) => MASK_MATCHES.indexOf(match)),
    entry: Int32Array.from(masks, ({ entry }) => entry),
    names,
    session: Uint32Array.from(masks, ({ session }) => session),
  };
}

/** Masks of no subject, by the images that they name; one of no image has no row. */
function looseMasks(
  builder: DatasetBuilder,
  rows: readonly SessionRowDraft[],
  isRead: boolean,
  report: (issue: Issue) => void,
): readonly MaskRow[] {
  if (builder.looseMasks.length === 0) return [];
  const all = rows.flatMap(({ images }, session) => images.map((image) => ({ image, session })));
  const images = all.map(({ image }) => image);
  return builder.looseMasks.flatMap(({ path, facts }): readonly MaskRow[] => {
    const found = matchReferences(facts, images);
    const image = found ? images.indexOf(found) : -1;
    if (image >= 0)
      return [
        {
          path,
          image,
          match: 'uid',
          entry: -1,
          session: all[image]?.session ?? 0,
        },
      ];
    if (isRead)
      report({
        code: 'MASK_REFERENCE',
        path,
        facts: { first: facts.uids[0] ?? '' },
      });
    return [];
  });
}

function testTable(subjects: readonly MergedSubject[]): TestTable {
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
  name: string,
  progress: IndexProgress,
  bundled: Vocabulary,
  makeSearchTable: MakeSearchTable,
): DatasetIndex {
  const tree = datasetTree(builder.trees, bundled);
  const vocabulary = tree ? createVocabulary(tree.terms) : bundled;
  const issues: Issue[] = [...builder.issues];
  const report = (issue: Issue): void => void issues.push(issue);
  const walked = progress.files === 'done';
  const sidecarOf = sidecarFinder(builder.sidecarsByFolder);
  const subjects = mergeRoots(builder, sidecarOf, report).toSorted((a, b) => compareNaturally(a.id, b.id));
  const rows = sessionRows(subjects, sidecarOf, walked, report);
  const terms = createInterner<string>();
  const images = imageTable(rows);
  const { session: maskSession, ...masks } = maskTable(builder, rows, progress, report);
  const sessions = sessionTable(rows, images, { session: maskSession }, terms);
  for (const { draft, images: own } of rows) {
    labelIssues(draft, own.length, builder.hasLabelTable, walked, report);
    presenceIssues(draft, own, report);
  }
  unknownLabels(sessions, terms.values, vocabulary, report);
  if (walked) testsWithoutImages(subjects, report);
  const table = subjectTable(subjects, rows);
  const tables: DatasetTables = {
    name,
    release: releaseOf(builder),
    roots: [...builder.folders].toSorted(),
    progress,
    terms: terms.values,
    subjects: table,
    sessions,
    images,
    tests: testTable(subjects),
    masks,
    search: makeSearchTable(sessions, table.ids, terms.values),
    issues,
    tree,
    textsChecked: builder.textsChecked,
  };
  const facets = makeFacetColumns(tables, vocabulary);
  return {
    ...tables,
    filters: {
      facets,
      terms: makeTermColumns(tables, vocabulary, facets),
      ranges: makeRangeColumns(tables),
    },
  };
}

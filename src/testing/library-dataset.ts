import type { DatasetPath, DateNumber, SessionId, SubjectId } from '../domain/brand.ts';
import { buildDatasetIndex } from '../domain/dataset/build/build-dataset-index.ts';
import { DatasetBuilder } from '../domain/dataset/build/dataset-builder.ts';
import { sessionSearchTable } from '../domain/dataset/build/search-table.ts';
import type { DatasetIndex, IndexProgress } from '../domain/dataset/dataset-index.ts';
import type { ListCell, Sex } from '../domain/dataset/rows.ts';
import type { LabTest } from '../domain/labs/lab-test.ts';
import type { Vocabulary } from '../domain/vocabulary/vocabulary.ts';

/** One image as a test wants it. */
export interface WantedImage {
  readonly modality: string;
  /** As the file name states it, or empty. */
  readonly named: string;
  /** As the header states it; undefined while it is not read. */
  readonly read: string | undefined;
  readonly isMissing: boolean;
}

/** One session as a test wants it. */
export interface WantedSession {
  readonly subject: number;
  /** yyyymmdd, 0 for none. */
  readonly date: number;
  readonly images: readonly WantedImage[];
  /** Undefined: no row in the labels table. */
  readonly labels:
    | {
        readonly findings: readonly string[];
        readonly locations: readonly string[];
      }
    | undefined;
  readonly labelCuis: string;
  readonly hasMask: boolean;
  readonly report: string;
  /** With its own line breaks; empty for none. */
  readonly written: string;
}

export interface WantedSubject {
  readonly subject: number;
  readonly ages: readonly number[];
  readonly sex: Sex;
}

export interface WantedTest {
  readonly subject: number;
  /** `kind:result`. */
  readonly test: string;
  readonly date: number;
}

export const PLAIN_SESSION: WantedSession = {
  subject: 0,
  date: 0,
  images: [],
  labels: undefined,
  labelCuis: '',
  hasMask: false,
  report: '',
  written: '',
};

const subjectId = (number: number): SubjectId => `sub-S${number}` as SubjectId;
export const sessionId = (number: number): SessionId => `ses-E${number}` as SessionId;
export const imagePath = (session: number, run: number, named: string): DatasetPath =>
  `${session}/${session}_run-${run}${named === '' ? '' : `_vp-${named.toLowerCase()}`}_dx.png` as DatasetPath;

const DONE: IndexProgress = {
  tables: 'done',
  files: 'done',
  filesFound: 0,
  readings: 'done',
  readingsDone: 0,
  readingsTotal: 0,
};
const TABLE = 'table.tsv' as DatasetPath;
const cell = (items: readonly string[], raw = items.join()): ListCell => ({
  items,
  raw,
});

function addSession(builder: DatasetBuilder, wanted: WantedSession, number: number): void {
  const ids = {
    subject: subjectId(wanted.subject),
    session: sessionId(number),
  };
  builder.session('', ids.subject, ids.session);
  if (wanted.labels || wanted.report !== '') {
    const { findings = [], locations = [] } = wanted.labels ?? {};
    const row = {
      ...ids,
      report: wanted.report,
      labels: cell(findings),
      locations: cell(locations),
      bySentence: cell([]),
      labelCuis: cell([], wanted.labelCuis),
      locationCuis: cell([]),
    };
    builder.addLabels(TABLE, '', { rows: [row], issues: [] });
  }
  const reports = wanted.written === '' ? [] : [wanted.written];
  const raw = { date: String(wanted.date), report: wanted.written };
  const row = {
    session: ids.session,
    date: wanted.date as DateNumber,
    reports,
    raw,
  };
  builder.addSessions(TABLE, '', ids.subject, { rows: [row], issues: [] });
  wanted.images.forEach(({ modality, named, read, isMissing }, run) => {
    const path = imagePath(number, run, named);
    const stem = path.replace(/\.png$/, '');
    const file = {
      ...ids,
      path,
      root: '',
      relative: path,
      folder: '',
      stem,
      acq: '',
      seriesKey: path,
    };
    const image = builder.addImage({
      ...file,
      container: 'png',
      modality,
      view: named,
      presence: isMissing ? 'listed' : 'found',
    });
    if (read !== undefined)
      builder.read(image, {
        state: 'read',
        container: 'png',
        modality,
        view: read,
        viewConflict: read !== '' && named !== '' && read !== named,
        date: 0,
        seriesUid: '',
        isBimcv: false,
        sopUid: '',
        columns: 0,
        rows: 0,
        issues: [],
      });
  });
  const path = `${number}_dseg.png` as DatasetPath;
  const mask = { path, root: '', relative: path, stem: `${number}_run-0_dseg` };
  if (wanted.hasMask) builder.addMask({ ...ids, ...mask, run: '', acq: '', view: '' });
}

/** An index as the builder makes it, of the sessions, patients and tests that a test wants. */
export function libraryIndex(
  vocabulary: Vocabulary,
  sessions: readonly WantedSession[],
  subjects: readonly WantedSubject[] = [],
  tests: readonly WantedTest[] = [],
): DatasetIndex {
  const builder = new DatasetBuilder();
  const participants = subjects.map(({ subject, ages, sex }) => ({
    subject: subjectId(subject),
    ages,
    sex,
    modalities: [],
    raw: { age: ages.join(), sex, modalities: '' },
  }));
  builder.addParticipants(TABLE, '', { rows: participants, issues: [] });
  sessions.forEach((wanted, number) => addSession(builder, wanted, number));
  const rows = tests.map(({ subject, test, date }): LabTest => {
    const [kind, result] = test.split(':');
    return {
      subject: subjectId(subject),
      kind: kind as LabTest['kind'],
      result: result as LabTest['result'],
      date: date as DateNumber,
      raw: { test: '', result: '', date: '' },
    };
  });
  builder.addTests(TABLE, '', { rows, issues: [] });
  return buildDatasetIndex(builder, 'x', DONE, vocabulary, (...texts) =>
    sessionSearchTable(...texts, vocabulary),
  );
}

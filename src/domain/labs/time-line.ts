import { caseSeries, type CaseSeries } from '../dataset/case-series.ts';
import { cellOf } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { TEST_KINDS, type TestKind, type TestResult } from './lab-test.ts';

/** One test of a patient. */
export interface TestMark {
  readonly kind: 'test';
  /** Row of the test table. */
  readonly row: number;
  readonly name: TestKind;
  readonly result: TestResult;
  /** yyyymmdd; 0 without. */
  readonly date: number;
  /** The cell of the result, for results that are none of the known ones. */
  readonly filed: string;
}

/** The images of one modality of one session. */
export interface ImagesMark {
  readonly kind: 'images';
  /** Row of the session table. */
  readonly row: number;
  /** Modality. */
  readonly name: string;
  readonly date: number;
  /** In the order of the strip. */
  readonly series: readonly CaseSeries[];
  /** Files, whether they are on disk or only named. */
  readonly images: number;
  /** Of the session that is read. */
  readonly isCurrent: boolean;
}

export type TimeMark = TestMark | ImagesMark;

/** Tests of one kind, or images of one modality. */
export interface TimeLane {
  readonly kind: TimeMark['kind'];
  readonly name: string;
  /** By date, those without last. */
  readonly marks: readonly TimeMark[];
}

/** What is known of a patient by day. */
export interface TimeLine {
  /** Only those with marks: tests in the order of {@link TEST_KINDS}, then modalities by name. */
  readonly lanes: readonly TimeLane[];
  /** All marks by date, those without last; on one day tests come first. */
  readonly marks: readonly TimeMark[];
}

const dated = ({ date }: TimeMark): number => date || Number.MAX_SAFE_INTEGER;
const byDate = (a: TimeMark, b: TimeMark): number => dated(a) - dated(b);

/** Tests and images of the patient of a session. */
export function timeLineOf(index: DatasetIndex, session: number): TimeLine {
  const lanes = [...testLanes(index, session), ...imageLanes(index, session)];
  return { lanes, marks: lanes.flatMap(({ marks }) => marks).toSorted(byDate) };
}

function testLanes({ sessions, subjects, tests }: DatasetIndex, session: number): readonly TimeLane[] {
  const all = Array.from(cellOf(subjects.tests, sessions.subject[session] ?? 0), (row): TestMark => ({
    kind: 'test',
    row,
    name: tests.kind[row] ?? 'PCR',
    result: tests.result[row] ?? 'unknown',
    date: tests.date[row] ?? 0,
    filed: tests.raw[row]?.result ?? '',
  })).toSorted(byDate);
  return TEST_KINDS.map((name): TimeLane => ({
    kind: 'test',
    name,
    marks: all.filter((mark) => mark.name === name),
  })).filter(({ marks }) => marks.length > 0);
}

function imageLanes(index: DatasetIndex, session: number): readonly TimeLane[] {
  const { sessions, subjects } = index;
  const lanes = new Map<string, ImagesMark[]>();
  for (const row of cellOf(subjects.sessions, sessions.subject[session] ?? 0)) {
    const all = caseSeries(index, row);
    for (const name of new Set(all.map(({ modality }) => modality))) {
      const series = all.filter(({ modality }) => modality === name);
      const mark: ImagesMark = {
        kind: 'images',
        row,
        name,
        date: sessions.date[row] ?? 0,
        series,
        images: series.reduce((sum, { images }) => sum + images.length, 0),
        isCurrent: row === session,
      };
      const known = lanes.get(name);
      if (known) known.push(mark);
      else lanes.set(name, [mark]);
    }
  }
  return Array.from(lanes, ([name, marks]): TimeLane => ({
    kind: 'images',
    name,
    marks: marks.toSorted(byDate),
  })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

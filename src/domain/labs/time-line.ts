import { cellOf } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { daysBetween } from './day-distance.ts';
import { TEST_KINDS, type TestResult } from './lab-test.ts';
import { testsOfSession } from './session-tests.ts';

/** Something that happened on a day. */
export interface TimeMark {
  /** Days from the session, negative before it. */
  readonly days: number;
  /** Result of a test; undefined for images. */
  readonly result: TestResult | undefined;
  /** The session itself. */
  readonly current: boolean;
}

/** Tests of one kind, or images of one modality. */
export interface TimeLane {
  readonly name: string;
  readonly marks: readonly TimeMark[];
}

export interface TimeLine {
  /** Days from the session at the left and the right end; the session lies between them. */
  readonly from: number;
  readonly to: number;
  /** Days that are named on the axis, in steps of 1, 2 or 5 times a power of ten. */
  readonly ticks: readonly number[];
  /** Only those with marks: tests first, then images. */
  readonly lanes: readonly TimeLane[];
}

const MOST_TICKS = 10;

/** What is known of a patient by day, seen from one session; undefined where there are no days to compare. */
export function timeLineOf(index: DatasetIndex, session: number): TimeLine | undefined {
  const lanes = [...testLanes(index, session), ...imageLanes(index, session)];
  const days = lanes.flatMap(({ marks }) => marks.map((mark) => mark.days));
  if (days.every((day) => day === 0)) return undefined;
  const [first, last] = [Math.min(0, ...days), Math.max(0, ...days)];
  const margin = Math.max(1, Math.round((last - first) / 20));
  const [from, to] = [first - margin, last + margin];
  const step = tickStep(to - from);
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick === 0 ? 0 : tick);
  return { from, to, ticks, lanes };
}

function testLanes(index: DatasetIndex, session: number): readonly TimeLane[] {
  const tests = testsOfSession(index, session);
  return TEST_KINDS.flatMap((kind) => {
    const marks = tests.flatMap((test) =>
      test.kind === kind && test.days !== undefined
        ? [{ days: test.days, result: test.result, current: false }]
        : [],
    );
    return marks.length > 0 ? [{ name: kind, marks }] : [];
  });
}

function imageLanes(index: DatasetIndex, session: number): readonly TimeLane[] {
  const { sessions, subjects, images } = index;
  const date = sessions.date[session] ?? 0;
  const lanes = new Map<string, TimeMark[]>();
  for (const other of cellOf(subjects.sessions, sessions.subject[session] ?? 0)) {
    const days = daysBetween(date, sessions.date[other] ?? 0);
    if (days === undefined) continue;
    const modalities = new Set(
      Array.from(
        cellOf(sessions.images, other),
        (image) => images.modalities[images.modality[image] ?? 0] ?? '',
      ),
    );
    for (const modality of modalities) {
      if (modality === '') continue;
      const marks = lanes.get(modality) ?? [];
      lanes.set(modality, [...marks, { days, result: undefined, current: other === session }]);
    }
  }
  return Array.from(lanes, ([name, marks]) => ({ name, marks })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

function tickStep(days: number): number {
  for (let power = 1; ; power *= 10)
    for (const digit of [1, 2, 5]) if (days / (digit * power) <= MOST_TICKS) return digit * power;
}

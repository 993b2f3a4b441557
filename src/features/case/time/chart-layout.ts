import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { DayCount } from '../../../domain/labs/day-count.ts';
import { dayNumber } from '../../../domain/labs/day-distance.ts';
import type { TimeLane, TimeLine } from '../../../domain/labs/time-line.ts';
import { axisDays, createTimeScale, spreadPlaces } from '../../../domain/labs/time-scale.ts';
import type { MarkSize } from './time-mark.tsx';

/** Rem between the middles of two marks of a lane. */
const GAPS: Readonly<Record<Exclude<MarkSize, 'chip'>, Readonly<Record<TimeLane['kind'], number>>>> = {
  small: { test: 1.125, images: 2.125 },
  large: { test: 1.625, images: 4.75 },
};
/** Rem of a day's name on the axis, and of the names of the lanes. */
const AXIS_STEP = { small: 3.5, large: 4.75 };
export const NAMES = 3;

/** A mark in its lane, in CSS pixels from the lane's beginning. */
interface PlacedMark {
  /** Where it is drawn. */
  readonly x: number;
  /** Where its day is; undefined without a date. */
  readonly day: number | undefined;
}

export interface ChartLayout {
  /** CSS pixels of the part that is to scale, and of the one for what has no date. */
  readonly width: number;
  readonly undated: number;
  readonly lanes: readonly (readonly PlacedMark[])[];
  readonly axis: readonly { readonly day: number; readonly x: number }[];
  /** Where the day that is 0 and the study that is read lie. */
  readonly zero: number | undefined;
  readonly current: number | undefined;
}

interface ChartWishes {
  readonly size: 'small' | 'large';
  /** CSS pixels of the whole chart that are in sight. */
  readonly room: number;
  /** CSS pixels of one rem. */
  readonly rem: number;
  /** How many times wider than what is in sight. */
  readonly zoom: number;
}

const undatedOf = ({ marks }: TimeLane): number => marks.filter(({ date }) => date === 0).length;

/** Where everything of a time line lies: to scale by day, moved apart only where marks would lie on each other. */
export function layOutChart(
  index: DatasetIndex,
  session: number,
  line: TimeLine,
  count: DayCount,
  { size, room, rem, zoom }: ChartWishes,
): ChartLayout {
  const own = index.sessions.date[session] ?? 0;
  const dates = [...line.marks.map(({ date }) => date), own, count.date].filter((date) => date > 0);
  const days = dates.map(dayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const gapOf = ({ kind }: TimeLane): number => GAPS[size][kind] * rem;
  const margin = (Math.max(...line.lanes.map(gapOf)) + rem) / 2;
  const undated = Math.max(...line.lanes.map((lane) => undatedOf(lane) * gapOf(lane)));
  const undatedRoom = undated > 0 ? Math.max(undated + rem, AXIS_STEP.large * rem) : 0;
  const needed = Math.max(
    ...line.lanes.map((lane) => (lane.marks.length - undatedOf(lane)) * gapOf(lane) + 2 * margin),
  );
  const inSight = room - NAMES * rem - undatedRoom;
  const width = dates.length === 0 ? 0 : Math.max(Math.floor(inSight) * zoom, needed);
  const { place } = createTimeScale(first, last, width, margin);
  const lanes = line.lanes.map((lane) => {
    const gap = gapOf(lane);
    const places = lane.marks.filter(({ date }) => date > 0).map(({ date }) => place(dayNumber(date)));
    const spread = spreadPlaces(places, gap, gap / 2, width - gap / 2);
    return lane.marks.map((_, at): PlacedMark => {
      const x = spread[at];
      return x === undefined
        ? { x: width + rem / 2 + (at - spread.length + 0.5) * gap, day: undefined }
        : { x, day: places[at] };
    });
  });
  const zeroDay = count.date > 0 ? dayNumber(count.date) : first;
  const most = Math.floor(width / (AXIS_STEP[size] * rem));
  return {
    width,
    undated: undatedRoom,
    lanes,
    axis:
      dates.length === 0 ? [] : axisDays(first, last, zeroDay, most).map((day) => ({ day, x: place(day) })),
    zero: count.date > 0 ? place(zeroDay) : undefined,
    current: own > 0 ? place(dayNumber(own)) : undefined,
  };
}

import type { DayZero } from '../../../domain/labs/day-zero.ts';
import { plural } from '../plural.ts';

/** Days, and the time line of a patient. */
export const timeEn = {
  time: {
    title: 'Time line',
    daysFrom: 'Days from',
    zeros: {
      'first-positive': 'first positive PCR',
      session: 'this study',
    } satisfies Record<DayZero, string>,
    daysFromZero: {
      'first-positive': 'days from the first positive PCR',
      session: 'days from this study',
    } satisfies Record<DayZero, string>,
    zeroShort: { 'first-positive': 'Day 0: PCR +', session: 'Day 0: this' } satisfies Record<DayZero, string>,
    onlyZero: {
      'first-positive': 'This study has no date.',
      session: 'No positive PCR with a date.',
    } satisfies Record<DayZero, string>,
    noZero: 'no day to count from',
    day: (signed: string) => `day ${signed}`,
    altered: 'Dates were altered at de-identification; distances in days may not hold.',
    alteredShort: 'dates altered',
    unread: 'Not every header is read yet: whether dates were altered is not known.',
    noDate: 'no date',
    current: 'this study',
    images: (count: number, formatted: string) => `${formatted} ${plural(count, 'image', 'images')}`,
    notOnDisk: 'not on disk',
    enlarge: 'Enlarge the time line',
    view: 'Time line as',
    views: { chart: 'Chart', table: 'Table' },
    zoomIn: 'Stretch',
    zoomOut: 'Shrink',
    fit: 'Whole history',
    openCase: 'Open case',
    show: 'Show',
    compare: 'Compare beside',
    compareWith: (what: string) => `Compare beside: ${what}`,
    openWith: (what: string) => `Open case: ${what}`,
    showWith: (what: string) => `Show: ${what}`,
    how: 'Click or Enter opens, with Shift beside this study; arrow keys move',
    chart: 'Tests and images by day',
    inOrder: 'Tests and images in order, not to scale',
    columns: {
      date: 'Date',
      day: 'Day',
      what: 'What',
      result: 'Result or images',
      session: 'Session',
      actions: 'Actions',
    },
  },
} as const;

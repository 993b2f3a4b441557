import { seriesBeside } from '../../../domain/hanging/beside.ts';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../../domain/dataset/library-query.ts';
import type { PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import type { ImagesMark } from '../../../domain/labs/time-line.ts';
import { caseAddress } from '../../../session/query-url.ts';
import type { Reading } from '../use-reading.ts';

/** What can be done with the images of a session on the time line. */
export interface MarkActions {
  /** Address of the case; undefined for the one that is read. */
  readonly addressOf: (mark: ImagesMark) => string | undefined;
  /** Shows images of the session that is read in the active viewport. */
  readonly show: (mark: ImagesMark) => void;
  /** Hangs those of another session beside what the active viewport shows; undefined where none are on disk. */
  readonly compare: (mark: ImagesMark) => (() => void) | undefined;
}

export function createMarkActions(
  index: DatasetIndex,
  patient: PatientSeries,
  query: LibraryQuery,
  reading: Reading,
): MarkActions {
  const active = patient.find(reading.views[reading.active]?.seriesKey)?.series;
  const subject = index.subjects.ids[index.sessions.subject[patient.current.row] ?? 0] ?? '';
  const beside = (mark: ImagesMark) => seriesBeside(mark.series, active, mark.name);
  return {
    addressOf: ({ row, isCurrent }) =>
      isCurrent ? undefined : caseAddress(subject, index.sessions.ids[row] ?? '', query),
    show: (mark) => {
      const found = beside(mark) ?? mark.series[0];
      if (found) reading.place(reading.active, found.key);
    },
    compare: (mark) => {
      const found = mark.isCurrent ? undefined : beside(mark);
      if (!found) return undefined;
      return () => {
        const isAlone = reading.layout === 1 || reading.mpr.isOn;
        if (isAlone) reading.setLayout(2);
        const other = isAlone ? undefined : reading.shown.find((at) => at !== reading.active);
        reading.place(other ?? (reading.active === 0 ? 1 : 0), found.key);
      };
    },
  };
}

import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';

/** Rows of the sessions one step away from a session; undefined where there is none. */
export interface SessionNeighbours {
  /** Place in the filtered list, from 1; 0 when it is not in it. */
  readonly position: number;
  readonly next: number | undefined;
  readonly previous: number | undefined;
  /** The same patient's, by date, whether the filter leaves them or not: priors are always within reach. */
  readonly nextSession: number | undefined;
  readonly previousSession: number | undefined;
  /** The first session in the list of the next and the previous patient of the list. */
  readonly nextPatient: number | undefined;
  readonly previousPatient: number | undefined;
}

/** @param rows sessions that the filter leaves, in the order of the library. */
export function neighboursOf(index: DatasetIndex, rows: ArrayLike<number>, row: number): SessionNeighbours {
  const list = Array.from(rows);
  const at = list.indexOf(row);
  const subject = index.sessions.subject[row] ?? 0;
  const sessions = Array.from(cellOf(index.subjects.sessions, subject));
  const session = sessions.indexOf(row);
  // A patient's place is that of their first session in the list.
  const firstOf = new Map<number, number>();
  for (const one of list) {
    const patient = index.sessions.subject[one] ?? 0;
    if (!firstOf.has(patient)) firstOf.set(patient, one);
  }
  const patients = [...firstOf.keys()];
  const patient = patients.indexOf(subject);
  const patientAt = (place: number): number | undefined => firstOf.get(patients[place] ?? -1);
  return {
    position: at + 1,
    next: at < 0 ? undefined : list[at + 1],
    previous: at < 0 ? undefined : list[at - 1],
    nextSession: session < 0 ? undefined : sessions[session + 1],
    previousSession: session < 0 ? undefined : sessions[session - 1],
    nextPatient: patient < 0 ? undefined : patientAt(patient + 1),
    previousPatient: patient < 0 ? undefined : patientAt(patient - 1),
  };
}

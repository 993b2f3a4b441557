import type { FoundSeries, PatientSeries, PatientSession } from '../dataset/patient-sessions.ts';
import { kindOf } from './case-contents.ts';
import type { ImageKind } from './image-kinds.ts';

/** The sessions of a patient as they followed each other. */
function inTime({ sessions }: PatientSeries): readonly PatientSession[] {
  const of = (order: PatientSession['order']): PatientSession[] =>
    sessions.filter((session) => session.order === order);
  return [...of('earlier').toReversed(), ...of('current'), ...of('later')];
}

/** Every image of a kind that is on disk, of all sessions of the patient, the oldest first. */
export const filmsByDate = (patient: PatientSeries, kind: ImageKind): readonly FoundSeries[] =>
  inTime(patient).flatMap((session) =>
    session.series
      .filter((series) => series.presence === 'found' && kindOf(series) === kind)
      .map((series) => ({ session, series })),
  );

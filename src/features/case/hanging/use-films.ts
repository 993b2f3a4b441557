import { useMemo } from 'react';
import type { FoundSeries, PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { kindOf } from '../../../domain/hanging/case-contents.ts';
import { filmsByDate } from '../../../domain/hanging/films-by-date.ts';
import type { Reading } from '../use-reading.ts';

/** The films that are played: those of one kind, frontals unless a lateral is on screen. */
export function useFilms(patient: PatientSeries, reading: Reading): readonly FoundSeries[] {
  const isOn = reading.hanging.current?.isCine === true && !reading.mpr.isOn;
  const shown = patient.find(reading.views[0]?.seriesKey)?.series;
  const kind = shown && kindOf(shown) === 'lateral' ? 'lateral' : 'frontal';
  return useMemo(() => (isOn ? filmsByDate(patient, kind) : []), [isOn, patient, kind]);
}

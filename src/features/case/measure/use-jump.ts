import { useEffect, useRef, type RefObject } from 'react';
import type { FoundSeries, PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { PLANE_AXES } from '../../../domain/imaging/reslice-grid.ts';
import type { Place } from '../../../domain/measure/measurement.ts';
import type { ViewportHandle, ViewState } from '../../../engine/index.ts';
import type { Reading } from '../use-reading.ts';
import type { Stack } from '../use-stack.ts';
import { useMeasuring } from './measuring.ts';

/** The series of a patient that a picture is of. */
export function seriesOf(patient: PatientSeries, { kind, path }: Place): FoundSeries | undefined {
  if (kind === 'plane') return patient.find(path);
  for (const session of patient.sessions)
    for (const series of session.series)
      if (series.images.some((image) => image.path === path)) return { session, series };
  return undefined;
}

/** Puts the series of a picture on screen, as slices or as planes; the viewport then goes to the picture itself. */
export function useJumpTo(reading: Reading, patient: PatientSeries): (place: Place) => void {
  return (place) => {
    const wanted = seriesOf(patient, place)?.series;
    if (!wanted) return;
    const isIn = (view: number): boolean => reading.views[view]?.seriesKey === wanted.key;
    const shown = [reading.active, ...reading.shown].find(isIn);
    if (shown === undefined) reading.place(reading.active, wanted.key);
    else reading.setActive(shown);
    reading.mpr.setOn(place.kind === 'plane');
    if (place.kind === 'image') return;
    reading.mpr.setPlane(place.plane);
    reading.mpr.setSlab(place.slab);
  };
}

/** Goes to the slice that is asked for, once its stack is on screen; the layer over it then takes the focus. */
export function useSliceTarget(
  stack: Stack | undefined,
  state: ViewState | undefined,
  handle: RefObject<ViewportHandle | null>,
): void {
  const { target } = useMeasuring();
  const place = target?.picture.place;
  const isDrawn = stack && state?.status === 'rendered' && stack.pathOf(state.slice) === state.path;
  const slice =
    isDrawn && place?.kind === 'image'
      ? stack.description.slices.findIndex(
          ({ file, frame }) => file.path === place.path && frame === place.frame,
        )
      : -1;
  useEffect(() => {
    if (target && slice >= 0) handle.current?.goTo(slice);
    // Once for each target: the user goes on from there.
  }, [slice, target, handle]);
}

/** Goes to the layer that is asked for of a plane of this series. */
export function usePlaneTarget(
  seriesKey: string,
  onMove: (change: Partial<Record<0 | 1 | 2, number>>) => void,
): void {
  const { target } = useMeasuring();
  const place = target?.picture.place;
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => {
    if (place?.kind === 'plane' && place.path === seriesKey)
      move.current({ [PLANE_AXES[place.plane].layer]: place.layer });
  }, [place, seriesKey]);
}

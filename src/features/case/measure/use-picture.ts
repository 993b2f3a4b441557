import { useMemo } from 'react';
import type { CaseSeries } from '../../../domain/dataset/case-series.ts';
import { writeReorientation } from '../../../domain/imaging/reorient.ts';
import type { PatientPlane } from '../../../domain/imaging/reslice-grid.ts';
import type { Slab } from '../../../domain/imaging/slab.ts';
import { spacingOf } from '../../../domain/imaging/spacing.ts';
import { ctrBasis } from '../../../domain/measure/cardiothoracic.ts';
import {
  isSamePicture,
  placeKey,
  type Mark,
  type Picture,
  type Place,
} from '../../../domain/measure/measurement.ts';
import { patientPlaceOf } from '../../../domain/measure/patient-place.ts';
import { scaleOf } from '../../../domain/measure/picture-scale.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import type { ViewState } from '../../../engine/index.ts';
import { useOrientation } from '../use-orientation.ts';
import { useMeasuring } from './measuring.ts';

type Image = NonNullable<ViewState['image']>;

/** A plane of the body instead of a slice as stored. */
export interface ShownPlane {
  readonly plane: PatientPlane;
  readonly slab: Slab;
}

/** What is on screen, as marks know it. */
export function usePicture(
  series: CaseSeries | undefined,
  image: Image,
  shown: ShownPlane | undefined,
): Picture {
  const [orientation] = useOrientation(series);
  const turned = writeReorientation(orientation);
  return useMemo(() => {
    const { attributes, pixels } = image;
    const place: Place = shown
      ? { kind: 'plane', path: series?.key ?? image.path, ...shown, layer: image.frame, orientation: turned }
      : { kind: 'image', path: image.path, frame: image.frame };
    const patient = patientPlaceOf(attributes);
    const film = { view: series?.view ?? '', viewConflict: series?.viewConflict ?? false };
    return {
      place,
      columns: pixels.columns,
      rows: pixels.rows,
      ...(!shown && { bytes: image.bytes }),
      ...(attributes.Modality !== undefined && { modality: attributes.Modality }),
      spacing: spacingOf(attributes),
      ...(patient && { patient }),
      basis: ctrBasis(film, attributes),
    };
    // A plane is what it is made of, not an object.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [image, series, turned, shown?.plane, shown?.slab]);
}

/** The scale of an image as stored, as filed or as the user has calibrated it. */
export function useImageScale(image: Image | undefined): Scale {
  const { byPlace } = useMeasuring();
  if (!image) return { kind: 'none' };
  const { path, frame } = image;
  return scaleOf(
    spacingOf(image.attributes),
    byPlace.get(placeKey({ kind: 'image', path, frame })) ?? NO_MARKS,
  );
}

const NO_MARKS: readonly Mark[] = [];

/** The marks of a picture, those of another file of its name left out, and the scale that they are measured by. */
export function usePictureMarks(picture: Picture): {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
} {
  const { byPlace } = useMeasuring();
  const all = byPlace.get(placeKey(picture.place)) ?? NO_MARKS;
  return useMemo(() => {
    const marks = all.filter((mark) => isSamePicture(mark.picture, picture));
    return { marks, scale: scaleOf(picture.spacing, marks) };
  }, [all, picture]);
}

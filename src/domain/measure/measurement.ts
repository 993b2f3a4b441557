import type { PatientPlane } from '../imaging/reslice-grid.ts';
import type { Slab } from '../imaging/slab.ts';
import type { Spacing } from '../imaging/spacing.ts';
import type { CtrBasis } from './cardiothoracic.ts';
import type { ImagePoint } from './image-point.ts';
import type { MarkTool } from './mark-tool.ts';
import type { RegionStatistics } from './region-statistics.ts';

/**
 * The one picture that a measurement lies on: a frame of a file, or a layer of a plane that was cut out of a series,
 * in its slab, as the series was oriented then.
 */
export type Place =
  | { readonly kind: 'image'; readonly path: string; readonly frame: number }
  | {
      readonly kind: 'plane';
      /** Key of the series: the path of its first file. */
      readonly path: string;
      readonly plane: PatientPlane;
      readonly layer: number;
      readonly slab: Slab;
      /** How the user had re-oriented the series; `LPH` as filed. */
      readonly orientation: string;
    };

type Millimetres3 = readonly [x: number, y: number, z: number];

/** A picture in the patient, LPS mm (PS3.3 C.7.6.2.1.1): its corner, and one pixel to the right and one down. */
export interface PatientPlace {
  readonly corner: Millimetres3;
  readonly right: Millimetres3;
  readonly down: Millimetres3;
  /** Frame of Reference UID, where the file has one. */
  readonly frameOfReference?: string;
}

/** What is known of a picture when something is measured on it, so that it can be said without reading it again. */
export interface Picture {
  readonly place: Place;
  readonly columns: number;
  readonly rows: number;
  /** Size of the file, which tells two files of one name apart; absent for a plane. */
  readonly bytes?: number;
  readonly modality?: string;
  /** As filed. */
  readonly spacing: Spacing;
  /** Where it lies in the patient, where its file says so. */
  readonly patient?: PatientPlace;
  /** What a cardiothoracic ratio on it is worth. */
  readonly basis: CtrBasis;
}

/** One thing that the user has drawn on a picture, or said of it. */
export interface Mark {
  /** A UUID. */
  readonly id: string;
  readonly tool: MarkTool;
  readonly subject: string;
  readonly session: string;
  readonly picture: Picture;
  /** In the order of the tool's strokes. */
  readonly points: readonly ImagePoint[];
  /** The user's name for it, or the words of an arrow; empty for none. */
  readonly text: string;
  /** Of a calibration line: its true length in mm, as the user states it. */
  readonly statedMm?: number;
  /** Of a region or a probe on grey pixels. */
  readonly statistics?: RegionStatistics;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
}

/** The same text for the same picture. */
export const placeKey = (place: Place): string =>
  place.kind === 'image'
    ? `${place.frame} ${place.path}`
    : [
        place.plane,
        place.layer,
        place.slab.mode,
        place.slab.mode === 'slice' ? 0 : place.slab.thickness,
        place.orientation,
        place.path,
      ].join(' ');

/** Whether a picture of the same name is the one that was measured: a file may have been replaced by another. */
export const isSamePicture = (one: Picture, other: Picture): boolean =>
  placeKey(one.place) === placeKey(other.place) &&
  one.columns === other.columns &&
  one.rows === other.rows &&
  (one.bytes === undefined || other.bytes === undefined || one.bytes === other.bytes);

/** LPS mm of a point of a picture. */
export const toPatient = ({ corner, right, down }: PatientPlace, [x, y]: ImagePoint): Millimetres3 => [
  corner[0] + x * right[0] + y * down[0],
  corner[1] + x * right[1] + y * down[1],
  corner[2] + x * right[2] + y * down[2],
];

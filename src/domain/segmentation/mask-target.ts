import type { ImageAttributes } from '../imaging/image-attributes.ts';

/** Where one slice lies in the patient: LPS mm, PS3.3 C.7.6.2. */
export type SlicePlane = Required<
  Pick<ImageAttributes, 'ImageOrientationPatient' | 'ImagePositionPatient' | 'PixelSpacing'>
>;

/** One slice that a mask may lie on. */
export interface TargetSlice {
  /** SOP Instance UID of the image, or of the DICOM image it was made of; absent where it is not known. */
  readonly uid?: string;
  /** Number of the frame in an image of many, from 1. */
  readonly frame?: number;
  readonly plane?: SlicePlane;
}

/** The images that a mask is to be drawn on, as they are shown. */
export interface MaskTarget {
  readonly columns: number;
  readonly rows: number;
  readonly slices: readonly TargetSlice[];
  readonly frameOfReference?: string;
}

/** An image that a mask names. */
export interface ImageReference {
  readonly uid: string;
  /** Number of the frame, from 1, where the image has many. */
  readonly frame?: number;
}

/** The slice that is meant, from 0; −1 when none is. */
export const findSlice = ({ slices }: MaskTarget, { uid, frame }: ImageReference): number =>
  slices.findIndex(
    (slice) =>
      slice.uid === uid && (slice.frame === undefined || frame === undefined || slice.frame === frame),
  );

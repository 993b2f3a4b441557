import type { DicomHeader } from '../dicom/read-header.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { Pixels } from '../../domain/imaging/pixels.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';

/** Labels on one slice, as the image is shown. */
export interface MaskPlane {
  readonly slice: number;
  readonly map: LabelMap;
}

/** A point that a mask marks, which covers no area: image pixel space, (0, 0) the top left corner. */
export interface MaskMark {
  readonly value: number;
  readonly slice: number;
  readonly x: number;
  readonly y: number;
}

/** A mask file as read, whatever its format, on the slices of its image as it is shown. */
export interface DecodedMask {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  /** Names and colours that the file itself gives to its values. */
  readonly names: ReadonlyMap<number, string>;
  readonly colours?: ReadonlyMap<number, Rgb>;
  /**
   * Label maps, one after the other. Of a slice there may be several, since segments may overlap, but a value is in one
   * of them only. Each is valid until the next one is asked for, since they may share their memory.
   */
  planes(): Iterable<MaskPlane> | AsyncIterable<MaskPlane>;
  readonly marks?: readonly MaskMark[];
  /** The labels are colours by the order in which they occur, not numbers that anyone filed. */
  readonly isByColour?: true;
  readonly issues?: readonly ImageIssue[];
}

/** A mask whose planes need no waiting. */
export interface ReadyMask extends DecodedMask {
  planes(): Iterable<MaskPlane>;
}

/** Decodes one frame of a DICOM file, from 0. */
export type FrameDecoder = (
  bytes: Uint8Array<ArrayBuffer>,
  header: DicomHeader,
  attributes: ImageAttributes,
  frame: number,
  signal: AbortSignal,
) => Promise<Pixels>;

/** What a parser may ask for besides the bytes of the mask. */
export interface MaskContext {
  /** Name of the file of the image that the mask was matched with. */
  readonly imageName: string;
  /** The user has put the mask on the image: what it says of other images is not decisive. */
  readonly isByHand: boolean;
  /** The image's slices, read when they are first asked for. */
  target(): Promise<MaskTarget>;
  readonly decodeFrame: FrameDecoder;
  readonly signal: AbortSignal;
}

import type { DatasetPath } from '../../domain/brand.ts';
import type { Container } from '../../domain/dataset/dataset-index.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import type { ExportSegment } from '../../domain/segmentation/export-labels.ts';
import type { MaskFormat } from '../../domain/segmentation/mask-format.ts';
import type { SlicePlane } from '../../domain/segmentation/mask-target.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { ImageOrientation, PictureTurn } from '../../domain/imaging/orientation.ts';
import type { OverlayPlane } from '../../domain/imaging/overlay-planes.ts';
import type { Pixels } from '../../domain/imaging/pixels.ts';
import type { Shutter } from '../../domain/imaging/shutter.ts';
import type { ImageThumbnail } from '../../domain/imaging/thumbnail.ts';
import type { TagRow } from '../../domain/imaging/list-tags.ts';
import type { SourceDescriptor } from '../../sources/source-descriptor.ts';

/** One image file, with the sidecar that belongs to it. */
export interface ImageFileRef {
  readonly path: DatasetPath;
  readonly sidecar?: DatasetPath;
}

/** A decoded image with everything that decides how it is shown. */
export interface LoadedImage {
  readonly path: DatasetPath;
  /** Frame or slice inside the file, from 0. */
  readonly frame: number;
  readonly container: Container;
  readonly pixels: Pixels;
  readonly attributes: ImageAttributes;
  /** Where the attributes were read from. */
  readonly attributesFrom: 'header' | 'sidecar' | 'none';
  /** The pixels are modality values already (NIfTI): no rescale. */
  readonly valuesAreModality: boolean;
  readonly orientation: ImageOrientation | undefined;
  /** What the file draws over the image, and what it covers; absent where it has none. */
  readonly overlays?: readonly OverlayPlane[];
  readonly shutter?: Shutter;
  readonly issues: readonly ImageIssue[];
  /** Size of the file. */
  readonly bytes: number;
  /** Milliseconds that it took to read the file, and to make pixels of it. */
  readonly took?: { readonly read: number; readonly decode: number };
}

/** One place of a stack: a file, or a frame of one. */
export interface StackSlice {
  readonly file: ImageFileRef;
  readonly frame: number;
}

/** Where a slice lies in the patient. */
export type SlicePlace = SlicePlane;

/** The slices of a series in the order they are shown: axial ones from head to feet. */
export interface StackDescription {
  readonly slices: readonly StackSlice[];
  /** Where each of them lies; undefined, or none at all, where the files do not say. */
  readonly places?: readonly (SlicePlace | undefined)[];
  /** SOP Instance UID of each of them, of DICOM files. */
  readonly uids?: readonly (string | undefined)[];
  readonly attributes: ImageAttributes;
  readonly issues: readonly ImageIssue[];
  /** All slices lie in one NIfTI file, which is loaded as a whole. */
  readonly isVolume: boolean;
  /** What the voxels of such a file take in memory. */
  readonly volumeBytes?: number;
}

/** Which slices of a NIfTI file to load. */
export interface WantedSlices {
  /** In the order of {@link StackDescription}, from 0; the last one is not in it any more. Without it, all. */
  readonly frames?: { readonly from: number; readonly to: number };
  /** The file was read to its end before: its checksum need not be waited for. */
  readonly isVerified?: boolean;
}

/** One mask, with the file of its names and the image it was matched with. */
export interface MaskRef {
  readonly path: DatasetPath;
  readonly names?: DatasetPath;
  readonly image: DatasetPath;
  /** The files of the series that the image belongs to: those the mask may lie on. */
  readonly series: readonly ImageFileRef[];
  /** Place of the image in a file that has masks of many, from 0. */
  readonly entry?: number;
}

/** A mask that the user has put on an image; its files are no part of the dataset. */
export interface AttachedMaskRef extends Omit<MaskRef, 'names' | 'entry'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly names?: Uint8Array<ArrayBuffer>;
}

/** A segment on one slice; image pixel space, (0, 0) the top left corner. */
export interface SegmentSlice {
  readonly areaPx: number;
  /** Outlines as SVG path data; even-odd fill. */
  readonly outline: string;
  /** Points that are marked and cover nothing, x and y. */
  readonly marks?: readonly (readonly [x: number, y: number])[];
}

/** One segment of a mask, ready to be drawn over its image. */
export interface MaskSegment {
  readonly value: number;
  /** As filed; the number where there is no name. */
  readonly label: string;
  /** As filed; absent without one. */
  readonly colour?: Rgb;
  /** By slice as the image is shown; undefined where the segment has no pixel. */
  readonly slices: readonly (SegmentSlice | undefined)[];
}

export interface LoadedMask {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  readonly format: MaskFormat;
  readonly segments: readonly MaskSegment[];
  readonly issues: readonly ImageIssue[];
}

/** Masks of a series that are to be written as a file. */
export interface MaskExport {
  readonly kind: 'png' | 'nifti' | 'seg';
  readonly series: readonly ImageFileRef[];
  readonly segments: readonly ExportSegment[];
  /** The slice of a PNG. */
  readonly slice: number;
  /** By which the patient goes in the dataset. */
  readonly subject: string;
}

export interface ExportedMask {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The attributes of an image's header or sidecar. */
export interface ImageTags {
  readonly from: LoadedImage['attributesFrom'];
  readonly rows: readonly TagRow[];
}

/** One series as the viewport sees it: slices by number, each loaded when it is asked for. */
export interface ImageStack {
  /** The same for the same files of the same dataset. */
  readonly key: string;
  readonly description: StackDescription;
  readonly slices: number;
  /** How its images are turned to begin with; as they are unless it is said. */
  readonly hung?: PictureTurn;
  pathOf(slice: number): DatasetPath;
  /** Whether the slice is in memory; asking does not count as use. */
  isLoaded(slice: number): boolean;
  /** The slice if it is in memory. */
  peek(slice: number): LoadedImage | undefined;
  /** @throws MidscopeError with the reason why it cannot be shown; an AbortError once aborted. */
  load(slice: number, signal: AbortSignal): Promise<LoadedImage>;
  /**
   * Resolves when the file of a slice that was loaded is read to its end.
   * @throws MidscopeError when it turns out to be broken, and what was shown of it wrong; an AbortError once aborted.
   */
  whenRead(slice: number, signal: AbortSignal): Promise<void>;
}

/** Jobs of the image workers; `open` comes first. */
export type ImageJobs = {
  open: { input: { readonly source: SourceDescriptor }; output: null };
  stack: { input: { readonly files: readonly ImageFileRef[] }; output: StackDescription };
  image: { input: StackSlice; output: LoadedImage };
  /** A picture of at most `side` pixels on its longer side. */
  thumbnail: { input: { readonly slice: StackSlice; readonly side: number }; output: ImageThumbnail };
  /** All slices of a file, or some of them, each as soon as it is decoded. A failure is one of all of them. */
  volume: { input: { readonly file: ImageFileRef } & WantedSlices; output: null; event: LoadedImage };
  mask: { input: MaskRef; output: LoadedMask };
  exportMask: { input: MaskExport; output: ExportedMask };
  attachedMask: { input: AttachedMaskRef; output: LoadedMask };
  tags: { input: { readonly file: ImageFileRef }; output: ImageTags };
};

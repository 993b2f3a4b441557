import type { DatasetPath } from '../../domain/brand.ts';
import type { Container } from '../../domain/dataset/dataset-index.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { ImageOrientation } from '../../domain/imaging/orientation.ts';
import type { Pixels } from '../../domain/imaging/pixels.ts';
import type { Thumbnail } from '../../domain/imaging/thumbnail.ts';
import type { TagRow } from '../../domain/imaging/list-tags.ts';
import type { MaskFormat } from '../../formats/masks/mask-formats.ts';
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
  readonly issues: readonly ImageIssue[];
  /** Size of the file. */
  readonly bytes: number;
}

/** One place of a stack: a file, or a frame of one. */
export interface StackSlice {
  readonly file: ImageFileRef;
  readonly frame: number;
}

/** The slices of a series in the order they are shown: axial ones from head to feet. */
export interface StackDescription {
  readonly slices: readonly StackSlice[];
  readonly attributes: ImageAttributes;
  readonly issues: readonly ImageIssue[];
  /** All slices lie in one NIfTI file, which is loaded as a whole. */
  readonly isVolume: boolean;
  /** About what the voxels of such a file take in memory. */
  readonly volumeBytes?: number;
}

/** Every slice of a NIfTI volume, in the order of {@link StackDescription}. */
export interface LoadedVolume {
  readonly images: readonly LoadedImage[];
}

/** One mask file, with the file of its names and the image it was matched with. */
export interface MaskRef {
  readonly path: DatasetPath;
  readonly names?: DatasetPath;
  /** Name of the image's file, without folders. */
  readonly imageName: string;
}

/** A segment on one slice; image pixel space, (0, 0) the top left corner. */
export interface SegmentSlice {
  readonly areaPx: number;
  /** Outlines as SVG path data; even-odd fill. */
  readonly outline: string;
}

/** One segment of a mask, ready to be drawn over its image. */
export interface MaskSegment {
  readonly value: number;
  readonly label: string;
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
  pathOf(slice: number): DatasetPath;
  /** The slice if it is in memory. */
  peek(slice: number): LoadedImage | undefined;
  /** @throws MidscopeError with the reason why it cannot be shown; an AbortError once aborted. */
  load(slice: number, signal: AbortSignal): Promise<LoadedImage>;
}

/** Jobs of the image workers; `open` comes first. */
export type ImageJobs = {
  open: { input: { readonly source: SourceDescriptor }; output: null };
  stack: { input: { readonly files: readonly ImageFileRef[] }; output: StackDescription };
  image: { input: StackSlice; output: LoadedImage };
  /** A picture of at most `side` pixels on its longer side. */
  thumbnail: { input: { readonly slice: StackSlice; readonly side: number }; output: Thumbnail };
  volume: { input: { readonly file: ImageFileRef }; output: LoadedVolume };
  mask: { input: MaskRef; output: LoadedMask };
  tags: { input: { readonly file: ImageFileRef }; output: ImageTags };
};

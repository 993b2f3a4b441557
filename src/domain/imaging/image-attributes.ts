/** One lookup table of a Modality LUT or VOI LUT Sequence (PS3.3 C.11.1, C.11.2). */
export interface LookupTable {
  /** Stored value (Modality LUT) or modality value (VOI LUT) mapped by the first entry. */
  readonly firstMapped: number;
  /** Bits of an entry; entries run from 0 to 2^bits − 1. */
  readonly bits: number;
  readonly entries: Uint16Array;
  readonly explanation: string;
  /** Entries that the descriptor promises and the data lack; absent when there are all. */
  readonly missing?: number;
}

/** The three tables of PALETTE COLOR (PS3.3 C.7.9), each mapping stored values to a part of a colour. */
export interface Palette {
  readonly red: LookupTable;
  readonly green: LookupTable;
  readonly blue: LookupTable;
}

/** Window as filed; centre and width in modality units. */
export interface Window {
  readonly center: number;
  readonly width: number;
  readonly explanation: string;
}

/** PS3.3 C.11.2.1.2 and C.11.2.1.3. */
export type VoiLutFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';

/**
 * The attributes of one image that decide how it is shown, named by DICOM keyword.
 * An attribute that was missing or unreadable is absent; nothing is defaulted here.
 */
export interface ImageAttributes {
  readonly Modality?: string;
  readonly ImageType?: readonly string[];
  readonly Rows?: number;
  readonly Columns?: number;
  readonly NumberOfFrames?: number;
  readonly SamplesPerPixel?: number;
  readonly PhotometricInterpretation?: string;
  readonly PlanarConfiguration?: number;
  readonly BitsAllocated?: number;
  readonly BitsStored?: number;
  readonly HighBit?: number;
  readonly PixelRepresentation?: number;
  readonly PixelPaddingValue?: number;
  readonly PixelPaddingRangeLimit?: number;
  readonly RescaleSlope?: number;
  readonly RescaleIntercept?: number;
  readonly RescaleType?: string;
  readonly modalityLut?: LookupTable;
  readonly windows: readonly Window[];
  readonly VOILUTFunction?: VoiLutFunction;
  readonly voiLuts: readonly LookupTable[];
  /** Windows and tables were filed for samples of another depth than these: they are offered and not believed. */
  readonly areOfOtherDepth?: true;
  readonly PresentationLUTShape?: string;
  readonly palette?: Palette;
  /** Row spacing then column spacing in mm, as filed. */
  readonly PixelSpacing?: readonly [row: number, column: number];
  readonly ImagerPixelSpacing?: readonly [row: number, column: number];
  /** Height of a pixel to its width, as filed. */
  readonly PixelAspectRatio?: readonly [vertical: number, horizontal: number];
  readonly PixelSpacingCalibrationType?: string;
  readonly EstimatedRadiographicMagnificationFactor?: number;
  /** Directions towards the right edge and towards the bottom edge, for example `['L', 'F']`. */
  readonly PatientOrientation?: readonly [row: string, column: string];
  readonly ImageOrientationPatient?: readonly [number, number, number, number, number, number];
  readonly ImagePositionPatient?: readonly [number, number, number];
  readonly SliceThickness?: number;
  readonly FrameOfReferenceUID?: string;
  readonly SOPInstanceUID?: string;
  readonly SeriesInstanceUID?: string;
  readonly InstanceNumber?: number;
  readonly SeriesDescription?: string;
  /** Code Meaning of the first item of the Procedure Code Sequence, else the Study Description. */
  readonly procedure?: string;
  readonly ViewPosition?: string;
  readonly PatientPosition?: string;
  readonly BurnedInAnnotation?: boolean;
  readonly datesModified?: boolean;
  /** Study Date, else the first of Series, Acquisition and Content Date; yyyymmdd. */
  readonly date?: number;
}

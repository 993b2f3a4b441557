import { Enums, utilities, type Types } from '@cornerstonejs/core';
import type { LoadedImage } from '../workers/images/image-contract.ts';

/** One image on one viewport: what was decoded, and the greys or colours it is shown in now. */
export interface Frame {
  readonly image: LoadedImage;
  /** One byte per pixel, or three for colour; changed in place when the window changes. */
  readonly shown: Uint8Array<ArrayBuffer>;
}

/** Frames by image id. */
export type FrameTable = Map<string, Frame>;

/** Millimetres per pixel as the viewport needs them to keep the aspect ratio; 1 where the file names none. */
function spacingForDisplay({ attributes }: LoadedImage): readonly [row: number, column: number] {
  return attributes.PixelSpacing ?? attributes.ImagerPixelSpacing ?? [1, 1];
}

/**
 * The image as Cornerstone draws it: display values from 0 to 255 that are ready to be seen, so that it has
 * nothing left to window, rescale or invert. See the decision on display values in ARCHITECTURE.md.
 */
function toCornerstoneImage(imageId: string, { image, shown }: Frame): Types.IImage {
  const { columns, rows, kind } = image.pixels;
  const isColour = kind === 'rgb';
  const [rowPixelSpacing, columnPixelSpacing] = spacingForDisplay(image);
  const voxelManager = utilities.VoxelManager.createImageVoxelManager({
    width: columns,
    height: rows,
    scalarData: shown,
    numberOfComponents: isColour ? 3 : 1,
    id: imageId,
  });
  return {
    imageId,
    minPixelValue: 0,
    maxPixelValue: 255,
    slope: 1,
    intercept: 0,
    windowCenter: 128,
    windowWidth: 256,
    voiLUTFunction: Enums.VOILUTFunctionType.LINEAR,
    getPixelData: () => shown,
    getCanvas: () => document.createElement('canvas'),
    rows,
    columns,
    height: rows,
    width: columns,
    color: isColour,
    rgba: false,
    numberOfComponents: isColour ? 3 : 1,
    columnPixelSpacing,
    rowPixelSpacing,
    invert: false,
    photometricInterpretation: isColour ? 'RGB' : 'MONOCHROME2',
    sizeInBytes: shown.byteLength,
    dataType: 'Uint8Array',
    voxelManager,
  };
}

/** Answers Cornerstone's request for an image that a viewport has put into the table. */
export function loadFrame(frames: FrameTable, imageId: string): Types.IImageLoadObject {
  const frame = frames.get(imageId);
  const promise = frame
    ? Promise.resolve(toCornerstoneImage(imageId, frame))
    : Promise.reject(new Error(`no frame ${imageId}`));
  return { promise };
}

/** The metadata modules Cornerstone asks for; undefined leaves the question to others. */
export function frameMetadata(frames: FrameTable, type: string, imageId: string): unknown {
  const frame = frames.get(imageId);
  if (!frame) return undefined;
  const { attributes, pixels } = frame.image;
  const isColour = pixels.kind === 'rgb';
  switch (type) {
    case 'imagePlaneModule':
      return planeModule(frame.image);
    case 'imagePixelModule':
      return {
        rows: pixels.rows,
        columns: pixels.columns,
        samplesPerPixel: isColour ? 3 : 1,
        photometricInterpretation: isColour ? 'RGB' : 'MONOCHROME2',
        bitsAllocated: 8,
        bitsStored: 8,
        highBit: 7,
        pixelRepresentation: 0,
      };
    case 'voiLutModule':
      return { windowCenter: [128], windowWidth: [256], voiLUTFunction: 'LINEAR' };
    case 'modalityLutModule':
      return { rescaleSlope: 1, rescaleIntercept: 0 };
    case 'generalSeriesModule':
      // Not the file's own: nothing may be windowed by modality any more.
      return { modality: 'OT', seriesInstanceUID: attributes.SeriesInstanceUID ?? imageId };
    case 'sopCommonModule':
      return { sopInstanceUID: attributes.SOPInstanceUID ?? imageId };
    default:
      return undefined;
  }
}

function planeModule(image: LoadedImage): unknown {
  const { attributes, pixels } = image;
  const [rowPixelSpacing, columnPixelSpacing] = spacingForDisplay(image);
  const cosines = attributes.ImageOrientationPatient ?? [1, 0, 0, 0, 1, 0];
  return {
    frameOfReferenceUID: attributes.FrameOfReferenceUID ?? image.path,
    rows: pixels.rows,
    columns: pixels.columns,
    imageOrientationPatient: [...cosines],
    rowCosines: cosines.slice(0, 3),
    columnCosines: cosines.slice(3, 6),
    imagePositionPatient: [...(attributes.ImagePositionPatient ?? [0, 0, 0])],
    sliceThickness: attributes.SliceThickness ?? 1,
    sliceLocation: 0,
    pixelSpacing: [rowPixelSpacing, columnPixelSpacing],
    rowPixelSpacing,
    columnPixelSpacing,
    usingDefaultValues: attributes.PixelSpacing === undefined,
  };
}

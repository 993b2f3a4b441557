import { Enums, utilities, type Types } from '@cornerstonejs/core';
import type { DisplayChain } from '../domain/imaging/display-chain.ts';
import { reduceBy, reducedSide, reductionFor } from '../domain/imaging/reduce.ts';
import { renderGrey } from '../domain/imaging/render-grey.ts';
import { pixelShape } from '../domain/imaging/spacing.ts';
import type { LoadedImage } from '../workers/images/image-contract.ts';

/** One image on one viewport: what was decoded, and the greys or colours it is shown in now. */
export interface Frame {
  readonly image: LoadedImage;
  /** One byte per pixel, or three for colour; changed in place when the window changes. */
  readonly shown: Uint8Array<ArrayBuffer>;
  /** Pixels of each side that become one of `shown`; 1 unless the image is larger than textures can be. */
  readonly factor: number;
  /** The same for every pixel, where `shown` is smaller. */
  readonly whole?: Uint8Array<ArrayBuffer>;
}

const samplesOf = ({ pixels }: LoadedImage): number => (pixels.kind === 'rgb' ? 3 : 1);

/** An image that is to be shown, nothing of which is painted yet. @param side the most pixels of one side that can be drawn. */
export function createFrame(image: LoadedImage, side: number): Frame {
  const { columns, rows } = image.pixels;
  const factor = reductionFor(image.pixels, side);
  const bytes = (by: number) =>
    new Uint8Array(reducedSide(columns, by) * reducedSide(rows, by) * samplesOf(image));
  return { image, factor, shown: bytes(factor), ...(factor > 1 && { whole: bytes(1) }) };
}

/** Computes the display values of an image. */
export function paintFrame({ image, shown, factor, whole = shown }: Frame, chain: DisplayChain): void {
  const { pixels } = image;
  if (pixels.kind === 'grey') renderGrey(chain, pixels, whole);
  else if (chain.polarity.inverted) pixels.data.forEach((value, at) => (whole[at] = 255 - value));
  else whole.set(pixels.data);
  if (factor > 1) reduceBy(whole, pixels, factor, shown);
}

/** Frames by image id. */
export type FrameTable = Map<string, Frame>;

/**
 * The image as Cornerstone draws it: display values from 0 to 255 that are ready to be seen, so that it has
 * nothing left to window, rescale or invert. See the decision on display values in ARCHITECTURE.md.
 */
function toCornerstoneImage(imageId: string, frame: Frame): Types.IImage {
  const { image, shown } = frame;
  const { columns, rows, rowPixelSpacing, columnPixelSpacing } = drawnSize(frame);
  const isColour = image.pixels.kind === 'rgb';
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
      return planeModule(frame);
    case 'imagePixelModule':
      return {
        rows: drawnSize(frame).rows,
        columns: drawnSize(frame).columns,
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

/** Pixels as they are drawn, and how high and wide each is: millimetres, or what keeps the aspect ratio. */
export function drawnSize({ image, factor }: Frame) {
  const { columns, rows } = image.pixels;
  const [height, width] = pixelShape(image.attributes);
  return {
    columns: reducedSide(columns, factor),
    rows: reducedSide(rows, factor),
    rowPixelSpacing: height * factor,
    columnPixelSpacing: width * factor,
  };
}

function planeModule(frame: Frame): unknown {
  const { image } = frame;
  const { attributes } = image;
  const { columns, rows, rowPixelSpacing, columnPixelSpacing } = drawnSize(frame);
  const cosines = attributes.ImageOrientationPatient ?? [1, 0, 0, 0, 1, 0];
  return {
    frameOfReferenceUID: attributes.FrameOfReferenceUID ?? image.path,
    rows,
    columns,
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

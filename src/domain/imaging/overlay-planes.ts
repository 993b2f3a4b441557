import { MidscopeError } from '../error.ts';
import { countAreas, type LabelMap } from '../segmentation/label-map.ts';
import { toSvgPath, traceContours } from '../segmentation/trace-contours.ts';
import type { DicomDataset } from './dicom-dataset.ts';
import { numbersOf, textsOf } from './dicom-values.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { ImageIssue } from './image-issue.ts';
import { MAX_PIXELS, type Pixels } from './pixels.ts';

/** One overlay plane (PS3.3 C.9.2): graphics or a region that the file draws over its image. */
export interface OverlayPlane {
  /** 6000 to 601E, hexadecimal. */
  readonly group: string;
  readonly kind: 'graphics' | 'roi';
  /** Label, else description; empty where neither is filed. */
  readonly label: string;
  /** What is drawn, as SVG path data in image pixel space with (0, 0) the corner of the first pixel; even-odd. */
  readonly outline: string;
  /** Pixels that are set. */
  readonly areaPx: number;
}

const GROUPS = Array.from({ length: 16 }, (_, at) => (0x6000 + 2 * at).toString(16).toUpperCase());

/** Bits of one frame of an overlay; the first pixel is the lowest bit of the first byte (PS3.5 8.1.2). */
function readBits(bytes: Uint8Array, first: number, columns: number, rows: number): LabelMap | undefined {
  if (8 * bytes.length < first + columns * rows) return undefined;
  const data = new Uint8Array(columns * rows);
  for (let at = 0; at < data.length; at++) {
    const bit = first + at;
    data[at] = ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1;
  }
  return { columns, rows, data };
}

interface PlaneLayout {
  readonly columns: number;
  readonly rows: number;
  /** Of the plane's first pixel on the image, from 0. */
  readonly left: number;
  readonly top: number;
  /** First bit of the frame's plane, or undefined where the plane has none for it. */
  readonly first: number | undefined;
}

function layoutOf(dataset: DicomDataset, group: string, frame: number): PlaneLayout | undefined {
  const number = (element: string): number | undefined => numbersOf(dataset, group + element)[0];
  const [rows = 0, columns = 0] = [number('0010'), number('0011')];
  if (!(rows > 0 && columns > 0) || rows * columns > MAX_PIXELS) return undefined;
  const [row = 1, column = 1] = numbersOf(dataset, `${group}0050`);
  const frames = number('0015') ?? 1;
  const at = frame - ((number('0051') ?? 1) - 1);
  const isEvery = number('0015') === undefined;
  const own = isEvery ? 0 : at >= 0 && at < frames ? at : undefined;
  const first = own === undefined ? undefined : own * rows * columns;
  return { columns, rows, left: column - 1, top: row - 1, first };
}

/**
 * A plane that has no data of its own, but a bit of every pixel's word above or below the value (PS3.5 section 8.1.2; retired, and
 * still made).
 */
function embeddedBit(dataset: DicomDataset, group: string): number | undefined {
  const number = (element: string): number | undefined => numbersOf(dataset, group + element)[0];
  const bit = number('0102');
  return !dataset.has(`${group}3000`) && (number('0100') ?? 1) > 1 && bit !== undefined ? bit : undefined;
}

/** Whether {@link readOverlayPlanes} needs the words of the pixel data. */
export const hasEmbeddedPlanes = (dataset: DicomDataset): boolean =>
  GROUPS.some((group) => dataset.has(`${group}0010`) && embeddedBit(dataset, group) !== undefined);

/** Attributes by which a frame is decoded to its whole words, the bits beside the value included. */
export function asWholeWords(attributes: ImageAttributes): ImageAttributes {
  const { BitsAllocated = 16, PixelRepresentation: _sign, palette: _palette, ...others } = attributes;
  return {
    ...others,
    BitsAllocated,
    BitsStored: BitsAllocated,
    HighBit: BitsAllocated - 1,
    PhotometricInterpretation: 'MONOCHROME2',
  };
}

/** The pixels of a frame, as what they say of overlays is read from them. */
export interface PixelWords {
  readonly attributes: ImageAttributes;
  /** Decoded by {@link asWholeWords}. */
  readonly words: Pixels;
}

function bitOfWords({ words, attributes }: PixelWords, bit: number): LabelMap | undefined {
  const { BitsAllocated = 16, BitsStored = BitsAllocated, HighBit = BitsStored - 1 } = attributes;
  const isOfValue = bit <= HighBit && bit > HighBit - BitsStored;
  if (isOfValue || bit < 0 || bit >= 8 * words.data.BYTES_PER_ELEMENT || words.kind !== 'grey')
    return undefined;
  const { columns, rows } = words;
  return { columns, rows, data: Uint8Array.from(words.data, (word) => (word >>> bit) & 1) };
}

/**
 * The overlay planes of one frame, from 0. A plane that cannot be read is an OVERLAY_INVALID issue.
 *
 * @param pixels of the frame, where {@link hasEmbeddedPlanes} asks for them.
 */
export function readOverlayPlanes(
  dataset: DicomDataset,
  frame: number,
  pixels?: PixelWords,
): { readonly planes: readonly OverlayPlane[]; readonly issues: readonly ImageIssue[] } {
  const planes: OverlayPlane[] = [];
  const issues: ImageIssue[] = [];
  for (const group of GROUPS) {
    if (!dataset.has(`${group}0010`)) continue;
    const layout = layoutOf(dataset, group, frame);
    if (layout && layout.first === undefined) continue;
    const bits = layout && planeBits(dataset, group, layout, pixels);
    const outline = layout && bits && trace(bits, layout);
    if (outline === undefined) issues.push({ code: 'OVERLAY_INVALID', facts: { group } });
    else
      planes.push({
        group,
        kind: textsOf(dataset, `${group}0040`)[0] === 'R' ? 'roi' : 'graphics',
        label: textsOf(dataset, `${group}1500`)[0] || (textsOf(dataset, `${group}0022`)[0] ?? ''),
        outline,
        areaPx: bits ? (countAreas(bits).get(1) ?? 0) : 0,
      });
  }
  return { planes, issues };
}

function planeBits(
  dataset: DicomDataset,
  group: string,
  { columns, rows, first = 0 }: PlaneLayout,
  pixels: PixelWords | undefined,
): LabelMap | undefined {
  const bytes = dataset.get(`${group}3000`)?.bytes;
  if (bytes) return readBits(bytes, first, columns, rows);
  const bit = embeddedBit(dataset, group);
  return bit === undefined || !pixels ? undefined : bitOfWords(pixels, bit);
}

/** Undefined for noise, whose outline nobody could read. */
function trace(bits: LabelMap, { left, top }: PlaneLayout): string | undefined {
  try {
    return toSvgPath(
      traceContours(bits, 1).map((contour) => ({
        ...contour,
        points: contour.points.map((value, at) => value + (at % 2 === 0 ? left : top)),
      })),
    );
  } catch (thrown) {
    if (thrown instanceof MidscopeError) return undefined;
    throw thrown;
  }
}

import { MidscopeError } from '../../domain/error.ts';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { numbersOf, textsOf } from '../../domain/imaging/dicom-values.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import { MAX_PIXELS, type Pixels } from '../../domain/imaging/pixels.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import { findSlice, type ImageReference, type MaskTarget } from '../../domain/segmentation/mask-target.ts';
import {
  areParallel,
  haveSamePixels,
  planeDistance,
  planeOffset,
  projectLabels,
} from '../../domain/segmentation/slice-plane.ts';
import type { DicomHeader } from '../dicom/read-header.ts';
import type { DecodedMask, MaskContext, MaskPlane } from './decoded-mask.ts';
import { maskFault, sortByReference, type Placement } from './mask-place.ts';
import { segFramesOf, segmentsOf, type SegFrame, type Segment } from './seg-frames.ts';

const LABEL_MAP_STORAGE = '1.2.840.10008.5.1.4.1.1.66.7';
/** Millimetres off a lone slice within which a frame is on it. */
const LONE_SLICE = 1;

type Bytes = Uint8Array<ArrayBuffer>;

/** What the samples of a frame mean. */
interface Samples {
  readonly segments: readonly Segment[];
  readonly isLabelMap: boolean;
  /** Samples from here on are in the segment: 1, or half of the whole for fractions. */
  readonly threshold: number;
}

/**
 * The segments of a DICOM Segmentation (PS3.3 A.51, C.8.20), binary, fractional, or as a label map. A frame lies on the
 * images that it names, else where it says that it lies in the patient: on each slice of the image the nearest frame,
 * pixel by pixel, so that volumes and single slices made of the DICOM images are met too. Of fractions, pixels of at
 * least half belong to a segment.
 *
 * @throws MidscopeError MASK_INVALID: `no-segments`, `too-many-segments`; `no-such-image` and `no-place` where nothing
 * tells that it is of this image, `other-frame`, `not-parallel`; MASK_SIZE where it names the image and is of another
 * size; and what decoding its frames throws.
 */
export async function decodeSegmentation(
  bytes: Bytes,
  header: DicomHeader,
  context: MaskContext,
): Promise<DecodedMask & { readonly isFractional: boolean }> {
  const { dataset } = header;
  const { attributes } = readImageAttributes(dataset);
  const { Rows = 0, Columns = 0 } = attributes;
  if (Rows * Columns > MAX_PIXELS)
    throw new MidscopeError('IMAGE_TOO_LARGE', { columns: Columns, rows: Rows });
  const segments = segmentsOf(dataset);
  const isLabelMap = textsOf(dataset, TAG.SOPClassUID)[0] === LABEL_MAP_STORAGE;
  const isFractional = textsOf(dataset, TAG.SegmentationType)[0] === 'FRACTIONAL';
  const most = numbersOf(dataset, TAG.MaximumFractionalValue)[0] ?? 255;
  const samples: Samples = { segments, isLabelMap, threshold: isFractional ? Math.max(1, most / 2) : 1 };
  const target = await context.target();
  const frames = segFramesOf(dataset, isLabelMap);
  const { bySlice, issues } = placeFrames(frames, target, dataset, context.isByHand);
  const { columns, rows } = target;
  const drawing: Drawing = { bytes, header, attributes, samples, target, context };
  return {
    columns,
    rows,
    slices: target.slices.length,
    names: new Map(segments.flatMap(({ value, name }) => (name === '' ? [] : [[value, name] as const]))),
    colours: new Map(segments.flatMap(({ value, colour }) => (colour ? [[value, colour] as const] : []))),
    planes: () => planesOf(bySlice, drawing),
    issues,
    isFractional,
  };
}

interface Drawing {
  readonly bytes: Bytes;
  readonly header: DicomHeader;
  readonly attributes: ImageAttributes;
  readonly samples: Samples;
  readonly target: MaskTarget;
  readonly context: MaskContext;
}

/** Each segment of each slice; frames of one segment on one slice are one plane. */
async function* planesOf(
  bySlice: ReadonlyMap<number, readonly SegFrame[]>,
  drawing: Drawing,
): AsyncGenerator<MaskPlane> {
  for (const [slice, frames] of bySlice) {
    for (const segment of new Set(frames.map((frame) => frame.segment))) {
      let map: LabelMap | undefined;
      for (const frame of frames) {
        if (frame.segment !== segment) continue;
        const own = await labelsOf(frame, slice, drawing);
        if (!map) map = own;
        else for (let at = 0; at < map.data.length; at++) map.data[at] ||= own.data[at]!;
      }
      if (map) yield { slice, map };
    }
  }
}

/** One frame as labels of the pixels of a slice. */
async function labelsOf(
  frame: SegFrame,
  slice: number,
  { bytes, header, attributes, samples, target, context }: Drawing,
): Promise<LabelMap> {
  const pixels = await context.decodeFrame(bytes, header, attributes, frame.frame, context.signal);
  const labels = toLabels(pixels, frame, samples);
  const onto = target.slices[slice]?.plane;
  if (frame.plane && onto && !areParallel(frame.plane, onto)) throw maskFault('not-parallel');
  if (frame.plane && onto && !haveSamePixels(frame.plane, onto))
    return projectLabels(labels, frame.plane, onto, target);
  if (labels.columns === target.columns && labels.rows === target.rows) return labels;
  throw new MidscopeError('MASK_SIZE', {
    mask: `${labels.columns} × ${labels.rows}`,
    image: `${target.columns} × ${target.rows}`,
  });
}

function toLabels(
  { columns, rows, data: stored }: Pixels,
  { segment }: SegFrame,
  { segments, isLabelMap, threshold }: Samples,
): LabelMap {
  const data = new Uint8Array(columns * rows);
  const values = new Map(segments.map(({ number, value }) => [number, value]));
  const value = values.get(segment ?? NaN) ?? 0;
  for (let at = 0; at < data.length; at++) {
    const sample = stored[at]!;
    if (isLabelMap) data[at] = sample === 0 ? 0 : (values.get(sample) ?? 0);
    else if (sample >= threshold) data[at] = value;
  }
  return { columns, rows, data };
}

interface NamedFrame {
  readonly frame: SegFrame;
  readonly reference: ImageReference | undefined;
}

/** Frames by the slice of the image that they lie on. */
function placeFrames(
  frames: readonly SegFrame[],
  target: MaskTarget,
  dataset: DicomDataset,
  isByHand: boolean,
): Placement<SegFrame> {
  const named = frames.map(
    ({ references }) => references.filter((one) => findSlice(target, one) >= 0).length,
  );
  const canPlace =
    target.slices.some(({ plane }) => plane) && frames.some(({ plane }) => plane !== undefined);
  // Writers that name the whole series for every frame say by its position which slice is meant.
  const isNamed = named.some((count) => count > 0) && !named.some((count) => count > 1);
  if (isNamed || !canPlace) {
    const parts = frames.flatMap((frame): readonly NamedFrame[] =>
      frame.references.length === 0
        ? [{ frame, reference: undefined }]
        : frame.references.map((reference) => ({ frame, reference })),
    );
    const { bySlice, issues } = sortByReference(parts, target, isByHand);
    return {
      bySlice: new Map(Array.from(bySlice, ([slice, own]) => [slice, own.map(({ frame }) => frame)])),
      issues,
    };
  }
  const [frameOfReference] = textsOf(dataset, TAG.FrameOfReferenceUID);
  const isElsewhere =
    frameOfReference !== undefined &&
    target.frameOfReference !== undefined &&
    frameOfReference !== target.frameOfReference;
  if (isElsewhere && !isByHand) throw maskFault('other-frame');
  const placed = placeByPosition(frames, target);
  return {
    ...placed,
    issues: [...(isElsewhere ? [{ code: 'MASK_OTHER_IMAGE' } as const] : []), ...placed.issues],
  };
}

/** On each slice the nearest frame of each segment, as far as half the distance of slices or frames, whichever is more. */
function placeByPosition(frames: readonly SegFrame[], target: MaskTarget): Placement<SegFrame> {
  const planes = target.slices.flatMap(({ plane }) => plane ?? []);
  const [first] = planes;
  const usable = frames.filter(({ plane }) => plane && first && areParallel(plane, first));
  if (usable.length === 0) throw maskFault('not-parallel');
  const thickness = Math.max(...usable.map((frame) => frame.thickness));
  const reach = Math.max(stepOf(planes), thickness) * (0.5 + 1e-3) || LONE_SLICE;
  const bySegment = new Map<number | undefined, SegFrame[]>();
  for (const frame of usable) {
    const own = bySegment.get(frame.segment);
    if (own) own.push(frame);
    else bySegment.set(frame.segment, [frame]);
  }
  const bySlice = new Map<number, SegFrame[]>();
  const drawn = new Set<SegFrame>();
  for (const [slice, { plane }] of target.slices.entries()) {
    for (const own of plane ? bySegment.values() : []) {
      let best: { readonly frame: SegFrame; readonly distance: number } | undefined;
      for (const frame of own) {
        const distance = plane && frame.plane ? planeDistance(plane, frame.plane) : Infinity;
        if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { frame, distance };
      }
      if (!best) continue;
      drawn.add(best.frame);
      const known = bySlice.get(slice);
      if (known) known.push(best.frame);
      else bySlice.set(slice, [best.frame]);
    }
  }
  if (drawn.size === 0) throw maskFault('not-parallel');
  // Frames finer than the slices are passed over on purpose; those beyond the image are missing.
  const missing = frames.filter((frame) => !drawn.has(frame) && !isWithin(frame, planes, reach)).length;
  return {
    bySlice,
    issues: missing === 0 ? [] : [{ code: 'MASK_PARTLY', facts: { missing, parts: frames.length } }],
  };
}

const isWithin = (
  { plane }: SegFrame,
  planes: readonly NonNullable<SegFrame['plane']>[],
  reach: number,
): boolean => plane !== undefined && planes.some((one) => planeDistance(one, plane) <= reach);

/** Least distance of two planes that are not at one place, mm; 0 where there are no two. */
function stepOf(planes: readonly NonNullable<SegFrame['plane']>[]): number {
  const [first] = planes;
  if (!first) return 0;
  const places = planes.map((plane) => planeOffset(first, plane)).toSorted((a, b) => a - b);
  let least = Infinity;
  for (let at = 1; at < places.length; at++) {
    const step = places[at]! - places[at - 1]!;
    if (step > 1e-3) least = Math.min(least, step);
  }
  return Number.isFinite(least) ? least : 0;
}

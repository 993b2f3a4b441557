import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { itemsOf, numbersOf, textsOf } from '../../domain/imaging/dicom-values.ts';
import type { Vector } from '../../domain/imaging/vector.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import { fillEvenOdd } from '../../domain/segmentation/fill-polygons.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { planeDistance, toPixel } from '../../domain/segmentation/slice-plane.ts';
import type { DecodedMask, MaskContext, MaskMark } from './decoded-mask.ts';
import { maskFault, sortOnto } from './mask-place.ts';

const MAX_ROIS = 255;
const MAX_OUTLINES = 2 ** 16;
/** Numbers of all outlines. */
const MAX_NUMBERS = 2 ** 21;
/** Millimetres that points may lie off their slice where slices have no neighbour to tell. */
const LONE_SLICE = 1;
/** Part of the distance of slices that an outline may lie off the nearest one. */
const NEAREST = 0.5 + 1e-3;

interface Roi {
  /** Label value, from 1. */
  readonly value: number;
  readonly name: string;
  readonly colour: Rgb | undefined;
}

interface Outline {
  readonly value: number;
  readonly isArea: boolean;
  readonly points: readonly Vector[];
}

/**
 * The outlines of an RT Structure Set (PS3.3 C.8.8.6), which lie in the patient, on the slices that they lie in.
 * Several closed outlines of one region on a slice are one: what two of them have in common is outside, as in holes
 * (C.8.8.6.3). Points, and outlines that are not closed, mark places and cover nothing.
 *
 * @throws MidscopeError MASK_INVALID: `no-segments`, `too-many-segments`, `outline-too-long`, `not-points`; `no-place`
 * where the image does not say where it lies; `other-frame` where it lies in another frame of reference; `not-parallel`
 * where no outline lies in a slice.
 */
export async function decodeStructureSet(dataset: DicomDataset, context: MaskContext): Promise<DecodedMask> {
  const rois = roisOf(dataset);
  const outlines = outlinesOf(dataset, rois);
  if (outlines.length === 0) throw maskFault('no-segments');
  const target = await context.target();
  if (!target.slices.some(({ plane }) => plane)) throw maskFault('no-place');
  const frames = frameReferences(dataset);
  const isElsewhere =
    target.frameOfReference !== undefined && frames.size > 0 && !frames.has(target.frameOfReference);
  if (isElsewhere && !context.isByHand) throw maskFault('other-frame');
  const reach = reachOf(target);
  const { bySlice, issues } = sortOnto(
    outlines,
    (outline) => sliceOf(outline, target, reach),
    'not-parallel',
  );
  const { columns, rows, slices } = target;
  const pixelsOf = (slice: number, { points }: Outline): readonly (readonly [number, number])[] => {
    const plane = slices[slice]?.plane;
    return plane ? points.map((point) => [toPixel(plane, point).x, toPixel(plane, point).y] as const) : [];
  };

  function* planes() {
    const map: LabelMap = { columns, rows, data: new Uint8Array(columns * rows) };
    for (const [slice, own] of bySlice) {
      for (const value of new Set(own.map((outline) => outline.value))) {
        map.data.fill(0);
        const areas = own.filter((outline) => outline.value === value && outline.isArea);
        fillEvenOdd(
          map,
          areas.map((outline) => pixelsOf(slice, outline).flat()),
          value,
        );
        yield { slice, map };
      }
    }
  }

  return {
    columns,
    rows,
    slices: slices.length,
    names: new Map(rois.flatMap(({ value, name }) => (name === '' ? [] : [[value, name] as const]))),
    colours: new Map(rois.flatMap(({ value, colour }) => (colour ? [[value, colour] as const] : []))),
    planes,
    marks: [...bySlice].flatMap(([slice, own]) =>
      own
        .filter(({ isArea }) => !isArea)
        .flatMap((outline): readonly MaskMark[] =>
          pixelsOf(slice, outline).map(([x, y]) => ({ value: outline.value, slice, x, y })),
        ),
    ),
    issues: [...(isElsewhere ? [{ code: 'MASK_OTHER_IMAGE' } as const] : []), ...issues],
  };
}

function roisOf(dataset: DicomDataset): readonly (Roi & { readonly number: number })[] {
  const names = new Map(
    itemsOf(dataset, TAG.StructureSetROISequence).map((item) => [
      numbersOf(item, TAG.ROINumber)[0],
      textsOf(item, TAG.ROIName).join('\\').trim(),
    ]),
  );
  const items = itemsOf(dataset, TAG.ROIContourSequence);
  if (items.length > MAX_ROIS) throw maskFault('too-many-segments');
  return items.map((item, at) => {
    const number = numbersOf(item, TAG.ReferencedROINumber)[0] ?? NaN;
    const [red, green, blue] = numbersOf(item, TAG.ROIDisplayColor);
    const isColour = [red, green, blue].every((part) => part !== undefined && part >= 0 && part <= 255);
    return {
      number,
      value: at + 1,
      name: names.get(number) ?? '',
      colour: isColour ? [Math.round(red!), Math.round(green!), Math.round(blue!)] : undefined,
    };
  });
}

function outlinesOf(dataset: DicomDataset, rois: readonly Roi[]): readonly Outline[] {
  let [numbers, outlines] = [0, 0];
  return itemsOf(dataset, TAG.ROIContourSequence).flatMap((item, at) =>
    itemsOf(item, TAG.ContourSequence).map((contour) => {
      const data = numbersOf(contour, TAG.ContourData);
      numbers += data.length;
      outlines += 1;
      if (numbers > MAX_NUMBERS || outlines > MAX_OUTLINES) throw maskFault('outline-too-long');
      if (data.length === 0 || data.length % 3 !== 0 || !data.every(Number.isFinite))
        throw maskFault('not-points');
      const [type = ''] = textsOf(contour, TAG.ContourGeometricType);
      const points = Array.from({ length: data.length / 3 }, (_, point): Vector => [
        data[3 * point]!,
        data[3 * point + 1]!,
        data[3 * point + 2]!,
      ]);
      return { value: rois[at]?.value ?? 0, isArea: type.startsWith('CLOSED') && points.length > 2, points };
    }),
  );
}

const frameReferences = (dataset: DicomDataset): ReadonlySet<string> =>
  new Set([
    ...textsOf(dataset, TAG.FrameOfReferenceUID),
    ...itemsOf(dataset, TAG.ReferencedFrameOfReferenceSequence).flatMap((item) =>
      textsOf(item, TAG.FrameOfReferenceUID),
    ),
  ]);

/** Millimetres off a slice within which an outline is on it: half the way to the next one. */
function reachOf({ slices }: MaskTarget): number {
  const planes = slices.flatMap(({ plane }) => plane ?? []);
  let least = Infinity;
  for (let at = 1; at < planes.length; at++) {
    const distance = planeDistance(planes[at - 1]!, planes[at]!);
    if (distance > 1e-3) least = Math.min(least, distance);
  }
  return Number.isFinite(least) ? least * NEAREST : LONE_SLICE;
}

/** The nearest slice that all points of an outline lie on; −1 when none is. */
function sliceOf({ points }: Outline, { slices }: MaskTarget, reach: number): number {
  const [first] = points;
  let best = { slice: -1, distance: Infinity };
  for (const [slice, { plane }] of slices.entries()) {
    if (!plane || !first) continue;
    const distance = Math.abs(toPixel(plane, first).distance);
    if (distance <= reach && distance < best.distance) best = { slice, distance };
  }
  const plane = slices[best.slice]?.plane;
  const isIn = plane && points.every((point) => Math.abs(toPixel(plane, point).distance) <= reach);
  return isIn ? best.slice : -1;
}

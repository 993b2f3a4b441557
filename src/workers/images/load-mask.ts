import type { DatasetPath } from '../../domain/brand.ts';
import { baseName, type FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import type { MaskFormat } from '../../domain/segmentation/mask-format.ts';
import { countAreas } from '../../domain/segmentation/label-map.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { toSvgPath, traceContours } from '../../domain/segmentation/trace-contours.ts';
import { decodeCocoEntry } from '../../formats/masks/coco-polygons.ts';
import type { DecodedMask, MaskContext } from '../../formats/masks/decoded-mask.ts';
import { decodeMask } from '../../formats/masks/mask-formats.ts';
import type { AnnotationFiles } from './annotation-files.ts';
import { decodeFrame } from './decode-frame.ts';
import { describeTarget } from './describe-target.ts';
import type { AttachedMaskRef, LoadedMask, MaskRef, MaskSegment, SegmentSlice } from './image-contract.ts';
import { readWhole } from './load-image.ts';
import { NO_NAMES, parseNames, type MaskNames } from './mask-names.ts';

type Decoded = DecodedMask & { readonly format: MaskFormat };

/** More segments than these have grey values, not labels. */
const MAX_SEGMENTS = 255;
/** Corners of all outlines of a mask. */
const MAX_CORNERS = 2 ** 23;

interface Drawn {
  /** By slice. */
  readonly slices: (SegmentSlice | undefined)[];
}

/** The segments of all planes, traced slice by slice. */
async function traceSegments(mask: DecodedMask, signal: AbortSignal): Promise<ReadonlyMap<number, Drawn>> {
  const segments = new Map<number, Drawn>();
  const slicesOf = (value: number): Drawn['slices'] => {
    const known = segments.get(value) ?? { slices: Array.from<undefined>({ length: mask.slices }) };
    segments.set(value, known);
    if (segments.size > MAX_SEGMENTS)
      throw new MidscopeError('MASK_INVALID', { reason: 'too-many-segments' });
    return known.slices;
  };
  let corners = 0;
  for await (const { slice, map } of mask.planes()) {
    signal.throwIfAborted();
    for (const [value, areaPx] of countAreas(map)) {
      const contours = traceContours(map, value);
      for (const { points } of contours) corners += points.length / 2;
      if (corners > MAX_CORNERS)
        throw new MidscopeError('MASK_INVALID', { reason: 'outline-too-long', value });
      slicesOf(value)[slice] = { areaPx, outline: toSvgPath(contours) };
    }
  }
  for (const { value, slice, x, y } of mask.marks ?? []) {
    const slices = slicesOf(value);
    const { areaPx = 0, outline = '', marks = [] } = slices[slice] ?? {};
    slices[slice] = { areaPx, outline, marks: [...marks, [x, y]] };
  }
  return segments;
}

async function finish(mask: Decoded, names: MaskNames, signal: AbortSignal): Promise<LoadedMask> {
  const { columns, rows, slices, format } = mask;
  const byPlace = mask.isByColour ? await names.byPlace(mask) : undefined;
  const labels = new Map([...mask.names, ...(byPlace ?? names.names)]);
  const colours = new Map<number, Rgb>([...(mask.colours ?? []), ...names.colours]);
  const traced = await traceSegments(mask, signal);
  const segments = [...traced]
    .toSorted(([a], [b]) => a - b)
    .map(([value, drawn]): MaskSegment => {
      const colour = colours.get(value);
      return { value, label: labels.get(value) ?? String(value), ...(colour && { colour }), ...drawn };
    });
  return { columns, rows, slices, format, segments, issues: [...(mask.issues ?? []), ...names.issues] };
}

/**
 * Reads a mask of any known format and traces its segments. Names beside the file come before those in it.
 * @param annotations opens the files that have masks of many images.
 * @throws MidscopeError MASK_INVALID and what the parser of its format throws; an AbortError once aborted.
 */
export async function loadMask(
  source: FileSource,
  ref: MaskRef,
  annotations: AnnotationFiles,
  signal: AbortSignal,
): Promise<LoadedMask> {
  const [mask, names] = await Promise.all([
    decode(source, ref, annotations, signal),
    readNames(source, ref.names, signal),
  ]);
  return finish(mask, names, signal);
}

/** The same of a mask that the user has put on an image. */
export async function loadAttachedMask(
  source: FileSource,
  ref: AttachedMaskRef,
  signal: AbortSignal,
): Promise<LoadedMask> {
  if (ref.bytes.length === 0) throw new MidscopeError('FILE_EMPTY');
  const mask = await decodeMask(ref.bytes, contextOf(source, ref, true, signal));
  return finish(mask, ref.names ? parseNames(ref.names) : NO_NAMES, signal);
}

async function decode(
  source: FileSource,
  ref: MaskRef,
  annotations: AnnotationFiles,
  signal: AbortSignal,
): Promise<Decoded> {
  const { path, image, entry } = ref;
  if (entry === undefined)
    return decodeMask(await readWhole(source, path, signal), contextOf(source, ref, false, signal));
  return { ...decodeCocoEntry(await annotations.open(path, signal), entry, baseName(image)), format: 'coco' };
}

function contextOf(
  source: FileSource,
  { image, series }: Pick<MaskRef, 'image' | 'series'>,
  isByHand: boolean,
  signal: AbortSignal,
): MaskContext {
  let target: Promise<MaskTarget> | undefined;
  return {
    imageName: baseName(image),
    isByHand,
    target: () => (target ??= describeTarget(source, series, signal)),
    decodeFrame,
    signal,
  };
}

/** The names of a mask's values; a mask without them is known by its numbers. */
async function readNames(
  source: FileSource,
  path: DatasetPath | undefined,
  signal: AbortSignal,
): Promise<MaskNames> {
  if (path === undefined) return NO_NAMES;
  try {
    const names = parseNames(await source.read(path, signal));
    return { ...names, issues: names.issues.map((issue): ImageIssue => ({ ...issue, path })) };
  } catch (thrown) {
    if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
    return { ...NO_NAMES, issues: [{ ...thrown.issue, path }] };
  }
}

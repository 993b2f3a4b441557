import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { countAreas } from '../../domain/segmentation/label-map.ts';
import { toSvgPath, traceContours } from '../../domain/segmentation/trace-contours.ts';
import type { DecodedMask } from '../../formats/masks/decoded-mask.ts';
import { parseLabelNames, type LabelNames } from '../../formats/masks/label-names.ts';
import { decodeMask } from '../../formats/masks/mask-formats.ts';
import { decodeText } from '../../formats/tables/decode-text.ts';
import type { LoadedMask, MaskRef, MaskSegment, SegmentSlice } from './image-contract.ts';
import { readWhole } from './load-image.ts';

interface ReadNames {
  readonly labels: LabelNames;
  readonly issues: readonly ImageIssue[];
}

/** The names of a mask's values; a mask without them is known by its numbers. */
async function readNames(
  source: FileSource,
  path: DatasetPath | undefined,
  signal: AbortSignal,
): Promise<ReadNames> {
  if (path === undefined) return { labels: new Map(), issues: [] };
  try {
    const names = parseLabelNames(decodeText(await source.read(path, signal)).text);
    return names.ok
      ? { labels: names.value, issues: [] }
      : { labels: new Map(), issues: [{ ...names.error, path }] };
  } catch (thrown) {
    if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
    return { labels: new Map(), issues: [{ ...thrown.issue, path }] };
  }
}

/** More segments than these have grey values, not labels. */
const MAX_SEGMENTS = 255;
/** Corners of all outlines of a mask. */
const MAX_CORNERS = 2 ** 23;

/** The segments of all layers, traced slice by slice. */
function traceSegments(mask: DecodedMask, names: LabelNames): readonly MaskSegment[] {
  const segments = new Map<number, (SegmentSlice | undefined)[]>();
  let corners = 0;
  for (const maps of mask.layers()) {
    for (const [slice, map] of maps.entries()) {
      for (const [value, areaPx] of countAreas(map)) {
        const slices = segments.get(value) ?? Array.from<undefined>({ length: mask.slices });
        segments.set(value, slices);
        if (segments.size > MAX_SEGMENTS)
          throw new MidscopeError('MASK_INVALID', { reason: 'too-many-segments' });
        const contours = traceContours(map, value);
        for (const { points } of contours) corners += points.length / 2;
        if (corners > MAX_CORNERS)
          throw new MidscopeError('MASK_INVALID', { reason: 'outline-too-long', value });
        slices[slice] = { areaPx, outline: toSvgPath(contours) };
      }
    }
  }
  return [...segments]
    .toSorted(([a], [b]) => a - b)
    .map(([value, slices]) => ({ value, label: names.get(value) ?? String(value), slices }));
}

/**
 * Reads a mask of any known format and traces its segments. Names beside the file come before those in it.
 * @param imageName name of the file of the image that the mask was matched with.
 * @throws MidscopeError MASK_INVALID and what the parser of its format throws; an AbortError once aborted.
 */
export async function loadMask(
  source: FileSource,
  { path, names: namesPath, imageName }: MaskRef,
  signal: AbortSignal,
): Promise<LoadedMask> {
  const bytes = await readWhole(source, path, signal);
  const [mask, names] = await Promise.all([
    decodeMask(bytes, imageName, signal),
    readNames(source, namesPath, signal),
  ]);
  const { columns, rows, slices, format } = mask;
  const segments = traceSegments(mask, new Map([...mask.names, ...names.labels]));
  return { columns, rows, slices, format, segments, issues: names.issues };
}

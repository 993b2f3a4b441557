import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { listSegments } from '../../domain/segmentation/label-map.ts';
import { interiorPoint } from '../../domain/segmentation/segment-centroid.ts';
import { toSvgPath, traceContours } from '../../domain/segmentation/trace-contours.ts';
import { decodeLabelMapPng } from '../../formats/masks/label-map-png.ts';
import { parseLabelNames, type LabelNames } from '../../formats/masks/label-names.ts';
import { sniff } from '../../formats/sniff.ts';
import { decodeText } from '../../formats/tables/decode-text.ts';
import type { LoadedMask } from './image-contract.ts';
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

/** Reads a label map and traces its segments. */
export async function loadMask(
  source: FileSource,
  path: DatasetPath,
  namesPath: DatasetPath | undefined,
  signal: AbortSignal,
): Promise<LoadedMask> {
  const bytes = await readWhole(source, path, signal);
  if (sniff(bytes) !== 'png') throw new MidscopeError('MASK_INVALID', { reason: 'not-png' });
  const [{ labelMap }, names] = await Promise.all([
    decodeLabelMapPng(bytes, signal),
    readNames(source, namesPath, signal),
  ]);
  const segments = listSegments(labelMap, names.labels).map((segment) => ({
    ...segment,
    outline: toSvgPath(traceContours(labelMap, segment.value)),
    inside: interiorPoint(labelMap, segment.value) ?? { x: 0, y: 0 },
  }));
  return { columns: labelMap.columns, rows: labelMap.rows, segments, issues: names.issues };
}

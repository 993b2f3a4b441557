import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import type { SeriesDifference } from '../../domain/issues.ts';
import { orderSeries } from '../../domain/imaging/series-order.ts';
import { niftiStackGeometry, shownSlices } from '../../formats/nifti/nifti-stack.ts';
import { peekNiftiHeader } from '../../formats/nifti/read-nifti.ts';
import { sniff } from '../../formats/sniff.ts';
import { concurrently } from '../concurrently.ts';
import type { ImageFileRef, StackDescription } from './image-contract.ts';
import { orientationIssues } from './load-nifti.ts';
import { readHeader } from './read-header.ts';
import { readSidecar } from './read-sidecar.ts';

/** Enough to tell what a file is, and for the header of a gzipped NIfTI. */
const HEAD_BYTES = 4_096;
const PARALLEL_READS = 8;
const USUAL_VOXEL_BYTES = 2;

/** What a series holds and in which order it is shown, from headers alone. */
export async function describeStack(
  source: FileSource,
  files: readonly ImageFileRef[],
  signal: AbortSignal,
): Promise<StackDescription> {
  const [first] = files;
  if (!first) throw new MidscopeError('FILE_GONE');
  const head = await source.read(first.path, signal, { offset: 0, length: HEAD_BYTES });
  if (head.length === 0) throw new MidscopeError('FILE_EMPTY');
  const kind = sniff(head);
  if (kind === 'dicom') return describeDicom(source, files, signal);
  const { attributes, issues } = await readSidecar(source, first.sidecar, signal);
  if (kind !== 'nifti' && kind !== 'gzip')
    return { slices: [{ file: first, frame: 0 }], attributes, issues, isVolume: false };
  const header = await peekNiftiHeader(head, signal);
  const stack = niftiStackGeometry(header);
  const slices = shownSlices(stack).map((_, frame) => ({ file: first, frame }));
  return {
    slices,
    attributes,
    issues: [...issues, ...orientationIssues(header)],
    isVolume: slices.length > 1,
    volumeBytes: USUAL_VOXEL_BYTES * stack.columns * stack.rows * stack.slices,
  };
}

interface Described {
  readonly path: string;
  readonly file: ImageFileRef;
  readonly attributes: ImageAttributes;
}

async function describeDicom(
  source: FileSource,
  files: readonly ImageFileRef[],
  signal: AbortSignal,
): Promise<StackDescription> {
  const described: Described[] = [];
  const issues: ImageIssue[] = [];
  await concurrently(files, PARALLEL_READS, async (file) => {
    try {
      const { header } = await readHeader(source, file.path, signal);
      const { attributes } = readImageAttributes(header.dataset);
      described.push({ path: file.path, file, attributes });
    } catch (thrown) {
      // One unreadable slice leaves the others; a series of one has nothing else to show.
      if (!(thrown instanceof MidscopeError) || files.length === 1) throw thrown;
      issues.push({ ...thrown.issue, path: file.path });
    }
  });
  const { order, basis, fallback } = orderSeries(described);
  const what = differenceIn(described, fallback === 'mixed-orientation');
  if (what) issues.push({ code: 'SERIES_MIXED', facts: { what } });
  const sorted = order.flatMap((at) => described[at] ?? []);
  const shown = basis === 'position' && goesUp(sorted) ? sorted.toReversed() : sorted;
  const slices = shown.flatMap(({ file, attributes }) =>
    Array.from({ length: Math.max(1, attributes.NumberOfFrames ?? 1) }, (_, frame) => ({ file, frame })),
  );
  return {
    slices,
    attributes: shown[0]?.attributes ?? { windows: [], voiLuts: [] },
    issues,
    isVolume: false,
  };
}

/** In what the slices of one series differ that have to be alike to be a stack. */
function differenceIn(slices: readonly Described[], areTurned: boolean): SeriesDifference | undefined {
  const first = slices[0]?.attributes;
  const differ = slices.some(
    ({ attributes }) => attributes.Rows !== first?.Rows || attributes.Columns !== first?.Columns,
  );
  if (differ) return areTurned ? 'size-and-orientation' : 'size';
  return areTurned ? 'orientation' : undefined;
}

/** Whether sorted slices run from feet to head; axial stacks are read from the head down. */
function goesUp(sorted: readonly Described[]): boolean {
  const first = sorted[0]?.attributes.ImagePositionPatient;
  const last = sorted.at(-1)?.attributes.ImagePositionPatient;
  if (!first || !last) return false;
  const [x, y, z] = [last[0] - first[0], last[1] - first[1], last[2] - first[2]];
  return z > Math.max(Math.abs(x), Math.abs(y));
}

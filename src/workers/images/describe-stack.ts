import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { itemsOf } from '../../domain/imaging/dicom-values.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import type { SeriesDifference } from '../../domain/issues.ts';
import { orderSeries } from '../../domain/imaging/series-order.ts';
import { volumeIssues } from '../../domain/imaging/volume-issues.ts';
import {
  displayOrientation,
  niftiStackGeometry,
  orientStack,
  shownSlices,
  sliceGeometry,
} from '../../formats/nifti/nifti-stack.ts';
import { peekNiftiHeader, voxelBytes } from '../../formats/nifti/read-nifti.ts';
import { sniff } from '../../formats/sniff.ts';
import { concurrently } from '../concurrently.ts';
import type { ImageFileRef, SlicePlace, StackDescription } from './image-contract.ts';
import { niftiAttributes, niftiIssues } from './load-nifti.ts';
import { FIRST_BYTES, readHeader } from './read-header.ts';
import { readSidecar } from './read-sidecar.ts';

/** Small reads travel together where they can: see `sources/read-batches.ts`. */
const PARALLEL_READS = 32;
/** Headers of one series are about as long as each other, and told apart by some texts. */
const HEADER_SLACK = 2 ** 11;
/** A header may claim to be of any length; what more it takes is read when it is seen to be missing. */
const MOST_EXPECTED = 2 ** 18;

/** What a series holds and in which order it is shown, from headers alone. */
export async function describeStack(
  source: FileSource,
  files: readonly ImageFileRef[],
  signal: AbortSignal,
): Promise<StackDescription> {
  const [first] = files;
  if (!first) throw new MidscopeError('FILE_GONE');
  const head = await source.read(first.path, signal, { offset: 0, length: FIRST_BYTES });
  if (head.length === 0) throw new MidscopeError('FILE_EMPTY');
  const kind = sniff(head);
  if (kind === 'dicom') return describeDicom(source, files, head, signal);
  const { attributes, issues } = await readSidecar(source, first.sidecar, signal);
  if (kind !== 'nifti' && kind !== 'gzip')
    return { slices: [{ file: first, frame: 0 }], attributes, issues, isVolume: false };
  const header = await peekNiftiHeader(head, signal);
  const stack = niftiStackGeometry(header);
  const slices = shownSlices(stack).map((_, frame) => ({ file: first, frame }));
  const hung = orientStack(stack, displayOrientation(stack));
  const places = stack.oriented ? shownSlices(stack).map((k) => sliceGeometry(hung, k)) : [];
  return {
    slices,
    places,
    attributes: niftiAttributes(attributes, first),
    issues: [...issues, ...niftiIssues(header), ...volumeIssues(places)],
    isVolume: slices.length > 1,
    volumeBytes: voxelBytes(header) * stack.columns * stack.rows * stack.slices,
  };
}

/** One frame of a file, or the file where it has no more. */
interface Described {
  /** Of the file, with the number of the frame, which decides where nothing else does. */
  readonly path: string;
  readonly file: ImageFileRef;
  readonly frame: number;
  readonly attributes: ImageAttributes;
}

/** A hostile file may declare two thousand million frames; scans have some thousands. */
const MAX_FRAMES = 2 ** 16;

/** The frames of a file; those of an enhanced image have a place and a window each. */
function framesOf(file: ImageFileRef, dataset: DicomDataset): readonly Described[] {
  const first = readImageAttributes(dataset).attributes;
  const count = Math.min(MAX_FRAMES, first.NumberOfFrames ?? 1);
  const own = itemsOf(dataset, TAG.PerFrameFunctionalGroupsSequence).length;
  return Array.from({ length: count }, (_, frame) => ({
    path: `${file.path}#${frame}`,
    file,
    frame,
    attributes: frame > 0 && frame < own ? readImageAttributes(dataset, frame).attributes : first,
  }));
}

async function describeDicom(
  source: FileSource,
  files: readonly ImageFileRef[],
  head: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<StackDescription> {
  const described: Described[] = [];
  const issues: ImageIssue[] = [];
  let expected = FIRST_BYTES;
  const describe = async (file: ImageFileRef, first: Uint8Array<ArrayBuffer> | number): Promise<void> => {
    try {
      const { header } = await readHeader(source, file.path, signal, first);
      for (const frame of framesOf(file, header.dataset)) described.push(frame);
      if (first === head && header.pixelData)
        expected = Math.min(header.pixelData.offset + HEADER_SLACK, MOST_EXPECTED);
    } catch (thrown) {
      // One unreadable slice leaves the others; a series of one has nothing else to show.
      if (!(thrown instanceof MidscopeError) || files.length === 1) throw thrown;
      issues.push({ ...thrown.issue, path: file.path });
    }
  };
  const [first, ...others] = files;
  if (first) await describe(first, head);
  await concurrently(others, PARALLEL_READS, (file) => describe(file, expected));
  const { order, basis, fallback } = orderSeries(described);
  const what = differenceIn(described, fallback === 'mixed-orientation');
  if (what) issues.push({ code: 'SERIES_MIXED', facts: { what } });
  const sorted = order.flatMap((at) => described[at] ?? []);
  issues.push(...volumeIssues(sorted.map(({ attributes }) => attributes)));
  const shown = basis === 'position' && goesUp(sorted) ? sorted.toReversed() : sorted;
  return {
    slices: shown.map(({ file, frame }) => ({ file, frame })),
    places: shown.map(({ attributes }) => placeOf(attributes)),
    uids: shown.map(({ attributes }) => attributes.SOPInstanceUID),
    attributes: shown[0]?.attributes ?? { windows: [], voiLuts: [] },
    issues,
    isVolume: false,
  };
}

/** Where a slice lies, as far as its file says so. */
export const placeOf = ({
  ImageOrientationPatient,
  ImagePositionPatient,
  PixelSpacing,
}: ImageAttributes): SlicePlace | undefined =>
  ImageOrientationPatient && ImagePositionPatient && PixelSpacing
    ? { ImageOrientationPatient, ImagePositionPatient, PixelSpacing }
    : undefined;

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

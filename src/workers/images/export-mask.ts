import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { textsOf } from '../../domain/imaging/dicom-values.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import type { ExportSegment } from '../../domain/segmentation/export-labels.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { writeLabelNifti, writeLabelPng, writeStackNifti } from '../../formats/masks/write-label-map.ts';
import { writeSeg, type SegSource } from '../../formats/masks/write-seg.ts';
import { peekNiftiHeader } from '../../formats/nifti/read-nifti.ts';
import { sniff } from '../../formats/sniff.ts';
import { concurrently } from '../concurrently.ts';
import { describeTarget } from './describe-target.ts';
import type { ExportedMask, ImageFileRef, MaskExport } from './image-contract.ts';
import { readHeader } from './read-header.ts';
import { readSidecar } from './read-sidecar.ts';
import { readHead } from '../read-head.ts';

const PARALLEL_READS = 8;

/**
 * Writes the masks of a series as a file: one slice as a PNG, or all as a NIfTI or a DICOM Segmentation.
 * @throws MidscopeError MASK_SIZE when the outlines are of another image, SERIES_UNEVEN for a NIfTI of slices that are
 * not equally far apart, and what reading the series throws; an AbortError once aborted.
 */
export async function exportMask(
  source: FileSource,
  request: MaskExport,
  signal: AbortSignal,
): Promise<ExportedMask> {
  const { kind, series, segments, slice } = request;
  const target = await describeTarget(source, series, signal);
  if (segments.some(({ outlines }) => outlines.length !== target.slices.length))
    throw new MidscopeError('MASK_SIZE', { image: `${target.columns} × ${target.rows}` });
  switch (kind) {
    case 'png':
      return { bytes: writeLabelPng(segments, slice, target) };
    case 'nifti':
      return { bytes: await gzipped(await niftiOf(source, series, segments, target, signal)) };
    case 'seg': {
      // A segmentation of many slices says where they lie.
      if (target.slices.length > 1 && target.slices.some(({ plane }) => !plane))
        throw new MidscopeError('MASK_INVALID', { reason: 'no-place' });
      const { image, sources } = await readSources(source, series, target, signal);
      const bytes = await writeSeg({
        segments,
        target,
        sources,
        image,
        subject: request.subject,
        now: new Date(),
        uid: randomUid,
      });
      return { bytes };
    }
  }
}

/** A UID derived from a UUID (PS3.5 annex B.2). */
const randomUid = (): string => `2.25.${BigInt(`0x${crypto.randomUUID().replaceAll('-', '')}`)}`;

async function niftiOf(
  source: FileSource,
  series: readonly ImageFileRef[],
  segments: readonly ExportSegment[],
  target: MaskTarget,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = series;
  if (!first) throw new MidscopeError('FILE_GONE');
  const head = await readHead(source, first.path, signal);
  const kind = sniff(head);
  if (kind === 'nifti' || kind === 'gzip')
    return writeLabelNifti(segments, await peekNiftiHeader(head, signal));
  const dataset = await headerOf(source, first, signal);
  const { PixelSpacing, ImagerPixelSpacing } = readImageAttributes(dataset).attributes;
  const bytes = writeStackNifti(segments, target, PixelSpacing ?? ImagerPixelSpacing ?? [1, 1]);
  if (!bytes) throw new MidscopeError('SERIES_UNEVEN');
  return bytes;
}

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What the header of an image says, or its sidecar; nothing of one that has neither. */
async function headerOf(source: FileSource, file: ImageFileRef, signal: AbortSignal): Promise<DicomDataset> {
  const head = await readHead(source, file.path, signal);
  if (sniff(head) === 'dicom') return (await readHeader(source, file.path, signal)).header.dataset;
  return (await readSidecar(source, file.sidecar, signal)).dataset ?? new Map();
}

/** The DICOM images that the slices are, or were made of: of a volume in one file that is not known slice by slice. */
async function readSources(
  source: FileSource,
  series: readonly ImageFileRef[],
  { slices }: MaskTarget,
  signal: AbortSignal,
): Promise<{ readonly image: DicomDataset; readonly sources: readonly (SegSource | undefined)[] }> {
  const classes = new Map<string, string>();
  let image: DicomDataset = new Map();
  await concurrently(series, PARALLEL_READS, async (file) => {
    const dataset = await headerOf(source, file, signal);
    if (file === series[0]) image = dataset;
    const [sopClass] = textsOf(dataset, TAG.SOPClassUID);
    const [sopInstance] = textsOf(dataset, TAG.SOPInstanceUID);
    if (sopClass !== undefined && sopInstance !== undefined) classes.set(sopInstance, sopClass);
  });
  const sources = slices.map(({ uid }): SegSource | undefined => {
    const sopClass = uid === undefined ? undefined : classes.get(uid);
    return uid === undefined || sopClass === undefined ? undefined : { sopClass, sopInstance: uid };
  });
  return { image, sources };
}

import type { FileSource, FileStat } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { imageOrientation } from '../../domain/imaging/orientation.ts';
import { asWholeWords, hasEmbeddedPlanes, readOverlayPlanes } from '../../domain/imaging/overlay-planes.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { readShutter } from '../../domain/imaging/shutter.ts';
import { type DecodedPng, decodePng } from '../../formats/png/decode-png.ts';
import { sniff } from '../../formats/sniff.ts';
import { withoutSpacing } from '../../domain/imaging/spacing.ts';
import { decodeFrame } from './decode-frame.ts';
import type { LoadedImage, StackSlice } from './image-contract.ts';
import { loadNifti } from './load-nifti.ts';
import { storedSamples } from './stored-samples.ts';
import { createDicomFiles, readDicom, type DicomBytes, type DicomFiles } from './dicom-files.ts';
import { readSidecar } from './read-sidecar.ts';

/** Larger files are not read into memory at once. */
const MAX_FILE_BYTES = 2 ** 31 - 1;

type Path = StackSlice['file']['path'];

/** Reads a file whole, after its size was checked. */
export const readWhole = async (source: FileSource, path: Path, signal: AbortSignal) =>
  readChecked(source, path, (await source.stat(path, signal)).size, signal);

async function readChecked(source: FileSource, path: Path, size: number, signal: AbortSignal) {
  if (size === 0) throw new MidscopeError('FILE_EMPTY');
  if (size > MAX_FILE_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: size });
  return source.read(path, signal);
}

/**
 * Reads and decodes one image with its sidecar or header, whatever container its bytes turn out to be.
 * @param files what is known of files of many frames already.
 * @throws MidscopeError with a code that says why it cannot be shown; an AbortError once aborted.
 */
export async function loadImage(
  source: FileSource,
  slice: StackSlice,
  signal: AbortSignal,
  files: DicomFiles = createDicomFiles(source),
): Promise<LoadedImage> {
  const start = performance.now();
  const { path } = slice.file;
  const stat = await source.stat(path, signal);
  const known = await files.frame(slice, stat, signal);
  const bytes = known ?? (await readChecked(source, path, stat.size, signal));
  const read = performance.now() - start;
  const image =
    bytes instanceof Uint8Array
      ? await decode({ source, stat, files }, slice, bytes, signal)
      : await loadDicom(slice, bytes, signal);
  return { ...image, took: { read, decode: performance.now() - start - read } };
}

/** Where a file was read from. */
interface Origin {
  readonly source: FileSource;
  readonly stat: FileStat;
  readonly files: DicomFiles;
}

async function decode(
  { source, stat, files }: Origin,
  slice: StackSlice,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<LoadedImage> {
  const { file, frame } = slice;
  switch (sniff(bytes)) {
    case 'png':
      return loadPng(source, slice, bytes, signal);
    case 'dicom': {
      const read = readDicom(bytes, signal);
      files.keep(file.path, stat, read);
      return loadDicom(slice, read, signal);
    }
    case 'nifti':
    case 'gzip': {
      const found: LoadedImage[] = [];
      const frames = { from: frame, to: frame + 1 };
      await loadNifti(source, file, bytes, signal, { frames, take: (image) => found.push(image) });
      const [image] = found;
      if (!image) throw new RangeError(`no slice ${frame}`);
      return image;
    }
    default:
      throw new MidscopeError('IMAGE_UNKNOWN');
  }
}

async function loadPng(
  source: FileSource,
  { file }: StackSlice,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<LoadedImage> {
  const size = bytes.length;
  const [decoded, sidecar] = await Promise.all([
    decodePng(bytes, signal),
    readSidecar(source, file.sidecar, signal),
  ]);
  const { dataset } = sidecar;
  const otherSize = sizeIssues(sidecar.attributes, decoded.pixels);
  const ofSize = otherSize.length > 0 ? withoutSpacing(sidecar.attributes) : sidecar.attributes;
  const { attributes, pixels, issues } = storedSamples(decoded, ofSize);
  const shutter = dataset && readShutter(dataset, attributes, pixels);
  return {
    path: file.path,
    frame: 0,
    container: 'png',
    pixels,
    attributes,
    attributesFrom: sidecar.dataset ? 'sidecar' : 'none',
    valuesAreModality: false,
    orientation: imageOrientation(attributes),
    ...(shutter && { shutter }),
    issues: [...sidecar.issues, ...otherSize, ...issues, ...pngIssues(decoded)],
    bytes: size,
  };
}

function sizeIssues(
  { Rows, Columns }: ImageAttributes,
  pixels: LoadedImage['pixels'],
): readonly ImageIssue[] {
  if (Rows === undefined || Columns === undefined) return [];
  if (Rows === pixels.rows && Columns === pixels.columns) return [];
  return [
    {
      code: 'SIDECAR_SIZE',
      facts: { sidecar: `${Columns} × ${Rows}`, image: `${pixels.columns} × ${pixels.rows}` },
    },
  ];
}

function pngIssues({ isTransparent, frames }: DecodedPng): readonly ImageIssue[] {
  const issues: ImageIssue[] = [];
  if (isTransparent) issues.push({ code: 'IMAGE_TRANSPARENT' });
  if (frames > 1) issues.push({ code: 'IMAGE_FIRST_ONLY', facts: { images: frames } });
  return issues;
}

async function loadDicom(
  { file, frame }: StackSlice,
  { bytes, header, isAlone, size }: DicomBytes,
  signal: AbortSignal,
): Promise<LoadedImage> {
  const { attributes, issues } = readImageAttributes(header.dataset, frame);
  const decoded = (by: ImageAttributes) =>
    isAlone
      ? decodeFrame(bytes, header, { ...by, NumberOfFrames: 1 }, 0, signal)
      : decodeFrame(bytes, header, by, frame, signal);
  const pixels = await decoded(attributes);
  const words = hasEmbeddedPlanes(header.dataset) ? await decoded(asWholeWords(attributes)) : undefined;
  const overlays = readOverlayPlanes(header.dataset, frame, words && { attributes, words });
  const shutter = readShutter(header.dataset, attributes, pixels);
  return {
    path: file.path,
    frame,
    container: 'dicom',
    pixels,
    attributes,
    attributesFrom: 'header',
    valuesAreModality: false,
    orientation: imageOrientation(attributes),
    ...(overlays.planes.length > 0 && { overlays: overlays.planes }),
    ...(shutter && { shutter }),
    issues: [...header.issues, ...issues, ...overlays.issues],
    bytes: size,
  };
}

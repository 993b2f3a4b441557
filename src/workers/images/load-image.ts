import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { imageOrientation } from '../../domain/imaging/orientation.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { readDicomHeader } from '../../formats/dicom/read-header.ts';
import { decodePng } from '../../formats/png/decode-png.ts';
import { sniff } from '../../formats/sniff.ts';
import { decodeFrame } from './decode-frame.ts';
import type { LoadedImage, StackSlice } from './image-contract.ts';
import { loadNifti } from './load-nifti.ts';
import { readSidecar } from './read-sidecar.ts';

/** Larger files are not read into memory at once. */
const MAX_FILE_BYTES = 2 ** 31 - 1;

/** Reads a file whole, after its size was checked. */
export async function readWhole(source: FileSource, path: StackSlice['file']['path'], signal: AbortSignal) {
  const { size } = await source.stat(path, signal);
  if (size === 0) throw new MidscopeError('FILE_EMPTY');
  if (size > MAX_FILE_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: size });
  return source.read(path, signal);
}

/**
 * Reads and decodes one image with its sidecar or header, whatever container its bytes turn out to be.
 * @throws MidscopeError with a code that says why it cannot be shown; an AbortError once aborted.
 */
export async function loadImage(
  source: FileSource,
  slice: StackSlice,
  signal: AbortSignal,
): Promise<LoadedImage> {
  const { file, frame } = slice;
  const bytes = await readWhole(source, file.path, signal);
  switch (sniff(bytes)) {
    case 'png':
      return loadPng(source, slice, bytes, signal);
    case 'dicom':
      return loadDicom(slice, bytes, signal);
    case 'nifti':
    case 'gzip': {
      const images = await loadNifti(source, file, bytes, signal);
      const image = images[frame];
      if (!image) {
        const detail = `${frame + 1} / ${images.length}`;
        throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'no-such-frame', detail });
      }
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
  const { pixels } = decoded;
  const { attributes } = sidecar;
  return {
    path: file.path,
    frame: 0,
    container: 'png',
    pixels,
    attributes,
    attributesFrom: sidecar.dataset ? 'sidecar' : 'none',
    valuesAreModality: false,
    orientation: imageOrientation(attributes),
    issues: [...sidecar.issues, ...sizeIssues(attributes, pixels)],
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

async function loadDicom(
  { file, frame }: StackSlice,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<LoadedImage> {
  const header = readDicomHeader(bytes, bytes.length, signal);
  if (!header.ok) throw MidscopeError.of(header.error);
  const { attributes, issues } = readImageAttributes(header.value.dataset);
  const pixels = await decodeFrame(bytes, header.value, attributes, frame);
  return {
    path: file.path,
    frame,
    container: 'dicom',
    pixels,
    attributes,
    attributesFrom: 'header',
    valuesAreModality: false,
    orientation: imageOrientation(attributes),
    issues: [...header.value.issues, ...issues],
    bytes: bytes.length,
  };
}

import { baseName, type FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { imageOrientation } from '../../domain/imaging/orientation.ts';
import { modalityOf } from '../../formats/names/modality.ts';
import { parseName } from '../../formats/names/parse-name.ts';
import { isRadiographShape, type NiftiHeader } from '../../formats/nifti/nifti-header.ts';
import {
  displayOrientation,
  niftiSlice,
  niftiStackGeometry,
  orientStack,
  shownSlices,
  sliceGeometry,
} from '../../formats/nifti/nifti-stack.ts';
import { decodeNiftiSlices, hasColours, peekNiftiHeader } from '../../formats/nifti/read-nifti.ts';
import type { ImageFileRef, LoadedImage, WantedSlices } from './image-contract.ts';
import { readSidecar } from './read-sidecar.ts';

/** Modalities of slices; a two-dimensional file of another one is a radiograph. */
const SLICE_MODALITIES: ReadonlySet<string | undefined> = new Set(['CT', 'MR', 'PT', 'NM']);

/** What to load, and who takes each image as soon as it is decoded, in the order of the file. */
interface NiftiRequest extends WantedSlices {
  readonly take: (image: LoadedImage) => void;
}

/**
 * The slices of a NIfTI file as images that hang as a radiologist expects. A two-dimensional file is a radiograph and
 * one image, unless its sidecar, or without one its name, says that it is a slice.
 * @throws MidscopeError as `decodeNiftiSlices`, after which the images that were taken are not to be trusted.
 */
export async function loadNifti(
  source: FileSource,
  file: ImageFileRef,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  { frames, isVerified = false, take }: NiftiRequest,
): Promise<void> {
  const header = await peekNiftiHeader(bytes, signal);
  const stored = niftiStackGeometry(header);
  const shown = shownSlices(stored);
  const wanted = shown.slice(frames?.from, frames?.to);
  if (wanted.length === 0) {
    const detail = `${(frames?.from ?? 0) + 1} / ${shown.length}`;
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'no-such-frame', detail });
  }
  const slices = { from: Math.min(...wanted), to: Math.max(...wanted) + 1 };
  const sidecar = await readSidecar(source, file.sidecar, signal);
  const turn = displayOrientation(stored);
  const stack = orientStack(stored, turn);
  const named = niftiAttributes(sidecar.attributes, file);
  const isFilm = isRadiographShape(header) && !SLICE_MODALITIES.has(named.Modality);
  const attributes = valueAttributes(named, header);
  const frameOf = new Map(wanted.map((k, at) => [k, at + (frames?.from ?? 0)]));
  await decodeNiftiSlices(bytes, signal, { slices, isVerified }, (volume) => {
    const k = volume.firstSlice;
    const own = stack.oriented && !isFilm ? { ...attributes, ...sliceGeometry(stack, k) } : attributes;
    take({
      path: file.path,
      frame: frameOf.get(k) ?? k,
      container: 'nifti',
      pixels: niftiSlice(volume, k, turn),
      attributes: own,
      attributesFrom: sidecar.dataset ? 'sidecar' : 'none',
      valuesAreModality: volume.slope === 1 && volume.intercept === 0,
      orientation: imageOrientation(own),
      issues: volume.rounded ? [{ code: 'NIFTI_ROUNDED' }] : [],
      bytes: bytes.length,
    });
  });
}

/** The sidecar's attributes, with the modality of the file's place where they have none: it says what the values mean. */
export function niftiAttributes(attributes: ImageAttributes, { path }: ImageFileRef): ImageAttributes {
  const name = baseName(path);
  const modality = modalityOf(parseName(name).stem, path.slice(0, -name.length));
  return modality === undefined ? attributes : { Modality: modality, ...attributes };
}

/**
 * NIfTI values are modality values once slope and intercept of the file are applied; the sidecar's rescale and
 * modality LUT describe the DICOM original and are left out.
 */
function valueAttributes(attributes: ImageAttributes, { slope, intercept }: NiftiHeader): ImageAttributes {
  const { modalityLut: _, ...rest } = attributes;
  return slope === 1 && intercept === 0
    ? rest
    : { ...rest, RescaleSlope: slope, RescaleIntercept: intercept };
}

/** What the header of a file tells of all its slices: a stack of slices ought to say how it lies. */
export function niftiIssues(header: NiftiHeader): readonly ImageIssue[] {
  const issues: ImageIssue[] = [];
  if (header.affineSource === 'pixdim' && !isRadiographShape(header))
    issues.push({ code: 'NIFTI_ORIENTATION' });
  if (hasColours(header)) issues.push({ code: 'IMAGE_COLOUR' });
  if (header.volumes > 1) issues.push({ code: 'IMAGE_FIRST_ONLY', facts: { images: header.volumes } });
  return issues;
}

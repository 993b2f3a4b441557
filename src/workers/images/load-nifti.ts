import type { FileSource } from '../../domain/dataset/file-source.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { imageOrientation } from '../../domain/imaging/orientation.ts';
import { isRadiographShape, type NiftiHeader } from '../../formats/nifti/nifti-header.ts';
import {
  displayOrientation,
  niftiSlice,
  niftiStackGeometry,
  orientStack,
  shownSlices,
  sliceGeometry,
} from '../../formats/nifti/nifti-stack.ts';
import { decodeNifti, type NiftiVolume } from '../../formats/nifti/read-nifti.ts';
import type { ImageFileRef, LoadedImage } from './image-contract.ts';
import { readSidecar } from './read-sidecar.ts';

/**
 * All slices of a NIfTI file as images that hang as a radiologist expects. A two-dimensional file is a
 * radiograph and one image.
 */
export async function loadNifti(
  source: FileSource,
  file: ImageFileRef,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<readonly LoadedImage[]> {
  const size = bytes.length;
  const [{ header, volume }, sidecar] = await Promise.all([
    decodeNifti(bytes, signal),
    readSidecar(source, file.sidecar, signal),
  ]);
  const issues = [...sidecar.issues, ...niftiIssues(header, volume)];
  const stored = niftiStackGeometry(header);
  const turn = displayOrientation(stored);
  const stack = orientStack(stored, turn);
  const isFilm = isRadiographShape(header);
  const attributes = valueAttributes(sidecar.attributes, volume);
  return shownSlices(stored).map((k, frame) => {
    const own = stack.oriented && !isFilm ? { ...attributes, ...sliceGeometry(stack, k) } : attributes;
    return {
      path: file.path,
      frame,
      container: 'nifti',
      pixels: niftiSlice(volume, k, turn),
      attributes: own,
      attributesFrom: sidecar.dataset ? 'sidecar' : 'none',
      valuesAreModality: volume.slope === 1 && volume.intercept === 0,
      orientation: imageOrientation(own),
      issues: frame === 0 ? issues : [],
      bytes: size,
    };
  });
}

/**
 * NIfTI values are modality values once slope and intercept of the file are applied; the sidecar's rescale and
 * modality LUT describe the DICOM original and are left out.
 */
function valueAttributes(attributes: ImageAttributes, { slope, intercept }: NiftiVolume): ImageAttributes {
  const { modalityLut: _, ...rest } = attributes;
  return slope === 1 && intercept === 0
    ? rest
    : { ...rest, RescaleSlope: slope, RescaleIntercept: intercept };
}

/** A stack of slices ought to say how it lies. */
export const orientationIssues = (header: NiftiHeader): readonly ImageIssue[] =>
  header.affineSource === 'pixdim' && !isRadiographShape(header) ? [{ code: 'NIFTI_ORIENTATION' }] : [];

function niftiIssues(header: NiftiHeader, volume: NiftiVolume): readonly ImageIssue[] {
  const issues = [...orientationIssues(header)];
  if (volume.kind === 'rgb') issues.push({ code: 'IMAGE_COLOUR' });
  return issues;
}

import type { DatasetPath } from '../../brand.ts';
import { baseName } from '../file-source.ts';
import type { ImageDraft } from './drafts.ts';

export interface SidecarMatch {
  readonly path: DatasetPath;
  /** The sidecar is a sibling's: it stands for the whole series, its projection may be the sibling's alone. */
  readonly shared: boolean;
}

const stemOf = (path: string): string => baseName(path).replace(/(\.nii(\.gz)?|\.png|\.dcm)?\.json$/i, '');
const withoutAcq = (stem: string): string => stem.replace(/_acq-[^_]*/i, '');

/**
 * Finds the sidecar of each image of one folder: the JSON of the same name, also with the image's ending
 * inside it (`x.nii.json`); else, for one of several files of a series (`acq-`), a sibling's.
 * DICOM files carry their own header and need none.
 */
export function matchSidecars(
  images: readonly ImageDraft[],
  sidecars: readonly DatasetPath[],
): ReadonlyMap<ImageDraft, SidecarMatch> {
  const byStem = new Map<string, DatasetPath>();
  const bySeries = new Map<string, DatasetPath>();
  for (const path of sidecars.toSorted()) {
    const stem = stemOf(path);
    if (!byStem.has(stem)) byStem.set(stem, path);
    if (!bySeries.has(withoutAcq(stem))) bySeries.set(withoutAcq(stem), path);
  }
  const matches = new Map<ImageDraft, SidecarMatch>();
  for (const image of images) {
    const own = byStem.get(image.stem);
    if (own) matches.set(image, { path: own, shared: false });
    else if (image.acq !== '') {
      const sibling = bySeries.get(withoutAcq(image.stem));
      if (sibling) matches.set(image, { path: sibling, shared: true });
    }
  }
  return matches;
}

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

/** Tells each image's sidecar, if it has one. */
export type SidecarFinder = (image: ImageDraft) => SidecarMatch | undefined;

/** The sidecars of one folder by the names of images, and by those without what tells the files of a series apart. */
interface SidecarNames {
  readonly byStem: ReadonlyMap<string, DatasetPath>;
  readonly bySeries: ReadonlyMap<string, DatasetPath>;
}

function namesOf(sidecars: readonly DatasetPath[]): SidecarNames {
  const byStem = new Map<string, DatasetPath>();
  const bySeries = new Map<string, DatasetPath>();
  for (const path of sidecars.toSorted()) {
    const stem = stemOf(path);
    if (!byStem.has(stem)) byStem.set(stem, path);
    if (!bySeries.has(withoutAcq(stem))) bySeries.set(withoutAcq(stem), path);
  }
  return { byStem, bySeries };
}

/**
 * Finds the sidecar of an image in its folder: the JSON of the same name, also with the image's ending inside it
 * (`x.nii.json`); else, for one of several files of a series (`acq-`), a sibling's. DICOM files carry their own header
 * and need none. A folder is looked through once, when first asked for: all sidecars have to be known by then.
 */
export function sidecarFinder(byFolder: ReadonlyMap<string, readonly DatasetPath[]>): SidecarFinder {
  const known = new Map<string, SidecarNames>();
  return ({ folder, stem, acq }) => {
    let names = known.get(folder);
    if (!names) {
      names = namesOf(byFolder.get(folder) ?? []);
      known.set(folder, names);
    }
    const own = names.byStem.get(stem);
    if (own) return { path: own, shared: false };
    const sibling = acq === '' ? undefined : names.bySeries.get(withoutAcq(stem));
    return sibling && { path: sibling, shared: true };
  };
}

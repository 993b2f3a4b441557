import type { DatasetPath } from '../../brand.ts';
import { TAG, type DicomDataset } from '../../imaging/dicom-dataset.ts';
import { textsOf } from '../../imaging/dicom-values.ts';
import type { Release } from '../dataset-index.ts';
import { baseName } from '../file-source.ts';
import type { RootDraft } from './drafts.ts';

/** Folders, archives and listings of the releases: `covid19_posi`, `bimcv_covid19_posi_subjects_1`, `covid19_neg_…`. */
export const isBimcvName = (name: string): boolean => /covid-?19[_-]?(posi|neg)/i.test(name);

/** Whether a header's comment is one that BIMCV's archive wrote; the demo's says that it is made by code. */
export const isBimcvHeader = (dataset: DicomDataset): boolean =>
  textsOf(dataset, TAG.PatientComments).some(
    (comment) => /\bproject\s*:/i.test(comment) && isBimcvName(comment) && !/\bsynthetic\b/i.test(comment),
  );

function iterationOf(labelTables: readonly DatasetPath[]): Release {
  const names = labelTables.map((path) => baseName(path).toLowerCase());
  const named = (part: RegExp): boolean => names.some((name) => part.test(name));
  if (named(/neg/)) return 'bimcv-negative';
  if (named(/covid_123/)) return 'bimcv-1-2-3';
  if (named(/labels_covid_posi/)) return 'bimcv-1-2';
  if (named(/labels_covid19_posi/)) return 'bimcv-1';
  return 'bimcv';
}

interface FoundRoots {
  readonly roots: ReadonlyMap<string, RootDraft>;
  /** Something that is no table says that this is a BIMCV release. */
  readonly isBimcv: boolean;
}

/**
 * Which publication a dataset is, as far as it is known by now. Each root speaks for itself alone: real patients beside
 * a synthetic dataset are never called synthetic. Any sign of BIMCV counts, since its agreement binds whoever opens it.
 */
export function releaseOf({ roots, isBimcv }: FoundRoots): Release {
  const drafts = [...roots.values()];
  const real = drafts.filter(({ isSynthetic }) => !isSynthetic);
  const labelTables = real.flatMap((root) => root.labelTables);
  if (isBimcv || labelTables.length > 0 || real.some(({ hasTests }) => hasTests))
    return iterationOf(labelTables);
  const hold = drafts.filter(({ subjects }) => subjects.size > 0);
  return hold.length > 0 && hold.every(({ isSynthetic }) => isSynthetic) ? 'synthetic' : 'mids';
}

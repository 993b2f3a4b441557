import type { NamedKind } from '../../domain/dataset/entities.ts';

const KIND_OF_ENDING: ReadonlyMap<string, NamedKind> = new Map([
  ['.png', 'png'],
  ['.nii', 'nifti'],
  ['.nii.gz', 'nifti'],
  ['.dcm', 'dicom'],
  ['.dicom', 'dicom'],
  ['.ima', 'dicom'],
  ['.json', 'json'],
  ['.tsv', 'table'],
  ['.csv', 'table'],
  ['.txt', 'table'],
]);

const KNOWN_ENDING = /\.(?:png|nii(?:\.gz)?|dcm|dicom|ima|json|tsv|csv|txt)$/i;
/** The ending of the image left in the name of its sidecar: `x.nii.json`. */
const IMAGE_ENDING = /\.(?:png|nii(?:\.gz)?|dcm|dicom|ima)$/i;
/** Any other ending begins with a letter; the last component of a UID does not. */
const OTHER_ENDING = /(?:\.[a-z][a-z0-9]{0,7}\.gz|\.[a-z][a-z0-9]{0,7})$/i;

/** How a file name ends, and what that says of its contents. */
export interface FileEnding {
  readonly kind: NamedKind;
  /** As filed, with its dot; empty when there is none. */
  readonly extension: string;
  /** The part of the extension that does not belong there: `.nii` of `.nii.json`. */
  readonly misplaced?: string;
}

/** Reads the ending of a file name. A name that begins with its only dot has none. */
export function fileEnding(fileName: string): FileEnding {
  const name = fileName.slice(1);
  const known = KNOWN_ENDING.exec(name)?.[0];
  if (known === undefined) return { kind: 'other', extension: OTHER_ENDING.exec(name)?.[0] ?? '' };
  const kind = KIND_OF_ENDING.get(known.toLowerCase()) ?? 'other';
  const misplaced = kind === 'json' ? IMAGE_ENDING.exec(name.slice(0, -known.length))?.[0] : undefined;
  if (misplaced === undefined) return { kind, extension: known };
  return { kind, extension: misplaced + known, misplaced };
}

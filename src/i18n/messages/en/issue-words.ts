import type {
  ConflictSubject,
  DerivedKind,
  MaskFault,
  SeriesDifference,
  UndecodableReason,
} from '../../../domain/issues.ts';
import { createFormats } from '../../formats.ts';
import { ifKnown } from '../../issue-texts.ts';

export const format = createFormats('en');

export const counted = (count: number, one: string, many: string): string =>
  `${format.number(count)} ${count === 1 ? one : many}`;

/** As filed, between quotation marks; nothing for nothing. */
export const quoted = (text: string | number | undefined): string => {
  const shown = String(text ?? '').trim();
  return shown === '' ? '' : `“${shown}”`;
};

/** Ends a sentence with what it is about. */
export const after = (detail: string): string => (detail === '' ? '' : `: ${detail}`);

/** Where in a text file; a column is one of a table by its name, or a character of the line by its number. */
export function lineAndColumn(line: number | undefined, column?: string | number): string {
  if (column === undefined) return ifKnown(line, (found) => ` in line ${found}`);
  const place = typeof column === 'number' ? `at character ${column}` : `in column “${column}”`;
  return ` ${place}${ifKnown(line, (found) => ` of line ${found}`)}`;
}

export const UNDECODABLE: Readonly<Record<UndecodableReason, string>> = {
  compression: 'The compressed data is damaged',
  'too-many-pixels': 'The data holds more pixels than the header declares',
  'row-filter': 'A row is filtered in a way that PNG does not know',
  'no-such-frame': 'The file has no such frame',
  'size-missing': 'Rows, columns or bits per sample are not stated',
  'bit-depth': 'Samples of so many bits are not supported',
  'colour-space': 'Colours of this kind are not supported',
  'stream-differs': 'The compressed image is not of the size or kind that the file declares',
  'too-little-data': 'The compressed data is far too little for the size that it declares',
  'voxel-type': 'Voxels of this type are not supported',
  'voxels-apart':
    'The file is a header alone; its voxels are in a file of their own, which midscope does not read',
  decoder: 'The decoder could make no image of the data',
  unforeseen: 'Reading failed in an unforeseen way',
};

/** What is different from a file that came before, and which of the two counts. */
export const CONFLICTS: Readonly<Record<ConflictSubject, (other: string) => string>> = {
  'age-or-sex': (other) => `Age or sex is different in ${other}, which is shown.`,
  modalities: (other) => `The list of modalities is different in ${other}, which counts.`,
  labels: (other) => `The labels are different in ${other}, which are shown.`,
  cuis: (other) => `The CUIs filed with the labels are different in ${other}, which are shown as filed.`,
  'date-or-report': (other) => `Date or report is different in ${other}, which is shown.`,
  images: (other) =>
    `The images are different in ${other}. They are kept apart, each with what else lies in its folder.`,
  owner: (other) =>
    `Folders hold different images of this session, one of them with ${other}. To which of them this belongs cannot be told, so it is kept apart.`,
  sidecars: (other) =>
    `The image is the same as another; its sidecar is not the same as ${other}, which counts.`,
  masks: (other) => `The mask is different in ${other}, which is drawn.`,
};

export const DIFFERENCES: Readonly<Record<SeriesDifference, string>> = {
  size: 'size',
  orientation: 'orientation',
  'size-and-orientation': 'size and orientation',
};

export const DERIVED: Readonly<Record<DerivedKind, string>> = {
  mpr: 'A reformatted plane',
  mip: 'A maximum intensity projection',
  minip: 'A minimum intensity projection',
  mean: 'A mean of slices',
};

export const MASK_FAULTS: Readonly<Record<MaskFault, string>> = {
  'unknown-format':
    'It is no PNG or NIfTI label map, no DICOM Segmentation or RT Structure Set, and no AIM, COCO or mark table file',
  'too-many-colours': 'It has more than 255 colours, as a picture has and no mask',
  'too-many-segments': 'It has more than 255 segments, as an image has and no mask',
  'outline-too-long': 'The outline of a segment is too long to be drawn',
  'not-labels': 'Its values are no labels, which are whole numbers from 0 to 65535',
  'not-polygons':
    'It has an annotation that is neither run lengths nor a list of polygons with x and y in turn',
  'not-run-lengths': 'It has run lengths that are none, or are not of the size of the image',
  'broken-json': 'Its JSON breaks off or is none',
  'too-many-entries': 'It has more entries, or a longer one, than anyone has drawn',
  'broken-xml': 'Its XML breaks off, is none, or has a document type',
  'other-dicom': 'It is a DICOM file, but neither a Segmentation nor an RT Structure Set',
  'no-segments': 'It has no segment, region or shape',
  'not-points': 'It has a shape whose points are too few or no numbers',
  'no-such-image': 'Nothing in it is of this image: it names others',
  'no-place':
    'It does not say on which slice it lies, or the image does not say where it lies in the patient',
  'other-frame': 'It lies in another frame of reference than the image',
  'not-parallel': 'None of its planes is a slice of the image',
};

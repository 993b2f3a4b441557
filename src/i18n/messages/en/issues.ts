import type {
  ConflictSubject,
  MaskFault,
  SeriesDifference,
  UndecodableReason,
} from '../../../domain/issues.ts';
import { createFormats } from '../../formats.ts';
import { ifKnown, isKnown, type IssueTexts } from '../../issue-texts.ts';

const format = createFormats('en');

const counted = (count: number, one: string, many: string): string =>
  `${format.number(count)} ${count === 1 ? one : many}`;

/** As filed, between quotation marks; nothing for nothing. */
const quoted = (text: string | number | undefined): string => {
  const shown = String(text ?? '').trim();
  return shown === '' ? '' : `“${shown}”`;
};

/** Ends a sentence with what it is about. */
const after = (detail: string): string => (detail === '' ? '' : `: ${detail}`);

/** Where in a text file; a column is one of a table by its name, or a character of the line by its number. */
function lineAndColumn(line: number | undefined, column?: string | number): string {
  if (column === undefined) return ifKnown(line, (found) => ` in line ${found}`);
  const place = typeof column === 'number' ? `at character ${column}` : `in column “${column}”`;
  return ` ${place}${ifKnown(line, (found) => ` of line ${found}`)}`;
}

const UNDECODABLE: Readonly<Record<UndecodableReason, string>> = {
  compression: 'The compressed data is damaged',
  'too-many-pixels': 'The data holds more pixels than the header declares',
  'row-filter': 'A row is filtered in a way that PNG does not know',
  'no-such-frame': 'The file has no such frame',
  'size-missing': 'Rows, columns or bits per sample are not stated',
  'bit-depth': 'Samples of so many bits are not supported',
  'colour-space': 'Colours of this kind are not supported',
  'voxel-type': 'Voxels of this type are not supported',
  decoder: 'The decoder could make no image of the data',
  unforeseen: 'Reading failed in an unforeseen way',
};

const CONFLICTS: Readonly<Record<ConflictSubject, string>> = {
  'age-or-sex': 'Age or sex is different',
  labels: 'The labels are different',
  'date-or-report': 'Date or report is different',
  images: 'The images are different',
};

const DIFFERENCES: Readonly<Record<SeriesDifference, string>> = {
  size: 'size',
  orientation: 'orientation',
  'size-and-orientation': 'size and orientation',
};

const MASK_FAULTS: Readonly<Record<MaskFault, string>> = {
  'unknown-format': 'It is no PNG or NIfTI label map and no COCO file',
  'too-many-colours': 'It has more than 255 colours, as a picture has and no mask',
  'too-many-segments': 'It has more than 255 segments, as an image has and no mask',
  'outline-too-long': 'The outline of a segment is too long to be drawn',
  'not-labels': 'Its values are no labels, which are whole numbers from 0 to 65535',
  'not-polygons': 'It has an annotation that is no list of polygons with x and y in turn',
  'no-such-image': 'None of its entries for images is for this one',
};

/** One text per code of the issue catalogue. */
export const issuesEn: IssueTexts = {
  FILE_EMPTY: {
    title: 'File has no bytes',
    sentence: () => 'The file is empty. It may not have been extracted whole.',
  },
  FILE_GONE: {
    title: 'File is gone',
    sentence: () => 'This file was here when the folder was read and is not now.',
  },
  FILE_DENIED: {
    title: 'File cannot be read',
    sentence: () => 'The system refuses to let this file be read.',
  },
  FILE_READ: {
    title: 'Reading failed',
    sentence: ({ status }) =>
      `The file could not be read to its end${ifKnown(status, (code) => `; the server answered ${code}`)}. It may have changed, or the disk was unplugged.`,
  },
  FILE_MISSING: {
    title: 'Listed, not on disk',
    sentence: ({ by = 'A table or an archive listing' }) =>
      `${by} names this file. The folder does not have it.`,
  },
  FILE_UNKNOWN: {
    title: 'File of unknown kind',
    sentence: () => 'Neither its name nor its first bytes tell what it is. It was left out.',
  },
  NAME_MISFORMED: {
    title: 'Name is not well formed',
    sentence: ({ parts }) =>
      `Parts of the name follow no known rule${ifKnown(parts, (found) => `: ${found}`)}. The rest was understood.`,
  },
  NAME_CONFLICT: {
    title: 'Name and folder disagree',
    sentence: ({ folder, name }) =>
      `The folder says ${folder ?? 'one thing'}, the name says ${name ?? 'another'}. The folder was believed.`,
  },
  SIDECAR_MISSING: {
    title: 'No sidecar',
    sentence: () => 'No JSON file belongs to this image. Its window and polarity are guessed.',
  },
  SIDECAR_JSON: {
    title: 'Sidecar is not valid JSON',
    sentence: ({ line, column }) =>
      `It breaks off${lineAndColumn(line, column)}. The image is shown with the percentile window instead.`,
  },
  SIDECAR_SHAPE: {
    title: 'Sidecar of unknown shape',
    sentence: ({ bytes }) =>
      `${bytes === undefined ? 'The JSON holds no DICOM attributes in any known form' : `It is larger than midscope reads: ${format.bytes(bytes)}`}. The image is shown with the percentile window instead.`,
  },
  SIDECAR_SHARED: {
    title: 'Sidecar shared by siblings',
    sentence: () =>
      'This file of a series has no sidecar of its own; its sibling’s was taken. The projection may be the sibling’s.',
  },
  SIDECAR_VALUE: {
    title: 'Attribute not usable',
    sentence: ({ tag, value }) =>
      `${tag === undefined ? 'An attribute' : `Attribute ${tag}`} holds ${quoted(value) || 'no usable value'}. It is not used as filed.`,
  },
  SIDECAR_SIZE: {
    title: 'Sidecar and image differ in size',
    sentence: ({ sidecar, image }) =>
      `The sidecar says ${sidecar ?? 'one size'}, the image is ${image ?? 'of another'}. The image was believed.`,
  },
  TABLE_UNREADABLE: {
    title: 'Table cannot be read',
    sentence: ({ missing, bytes }) =>
      `The table could not be read${ifKnown(missing, (names) => `: no column was found for ${names}`)}${ifKnown(bytes, (size) => `; ${format.bytes(size)} are more than midscope reads`)}. What it would have told is missing.`,
  },
  TABLE_UNKNOWN: {
    title: 'Table of unknown kind',
    sentence: () => 'Its header matches no table midscope knows. It was left out.',
  },
  TABLE_ROW: {
    title: 'Row does not fit the table',
    sentence: ({ line, fields, columns, value }) => {
      const row = line === undefined ? 'A row' : `Line ${line}`;
      const fault =
        fields === undefined || columns === undefined
          ? 'does not fit the table'
          : `has ${counted(fields, 'cell', 'cells')}, the header ${format.number(columns)}`;
      return value === undefined
        ? `${row} ${fault}. What could be read was kept.`
        : `${row} ${fault}${after(quoted(value))}. It was left out.`;
    },
  },
  TABLE_ENCODING: {
    title: 'Table is not UTF-8',
    sentence: ({ encoding = 'text in another encoding' }) => `It was read as ${encoding}.`,
  },
  LIST_CELL: {
    title: 'List cell not understood',
    sentence: ({ line, column, value }) =>
      `A list${lineAndColumn(line, column)} has an unknown form${after(quoted(value))}. What could be read was kept.`,
  },
  LABEL_TRUNCATED: {
    title: 'Label row breaks off',
    sentence: ({ line, column, kept }) =>
      `The list${lineAndColumn(line, column)} never closes. ${kept === undefined ? 'What comes before the break is kept' : `${counted(kept, 'entry', 'entries')} before the break ${kept === 1 ? 'is' : 'are'} kept`}.`,
  },
  LABEL_UNKNOWN: {
    title: 'Label not in the vocabulary',
    sentence: ({ label, sessions }) =>
      `${quoted(label) || 'A label'}${ifKnown(sessions, (count) => `, in ${counted(count, 'session', 'sessions')},`)} is shown as filed, without CUI.`,
  },
  LABEL_DUPLICATE: {
    title: 'Label twice in one row',
    sentence: ({ line, column, labels }) =>
      labels === undefined
        ? `A label is repeated${lineAndColumn(line, column)}. It counts once.`
        : `Repeated${lineAndColumn(line, column)}: ${labels}. Each counts once.`,
  },
  LABEL_NONE: {
    title: 'Session without labels',
    sentence: () => 'No row of the labels table belongs to it. It is not counted as normal.',
  },
  LABEL_NO_IMAGE: {
    title: 'Labels without images',
    sentence: () => 'The labels table names this session; no image of it was found.',
  },
  CUI_LENGTH: {
    title: 'Label list and CUI list differ in length',
    sentence: ({ line, column, labels, cuis }) =>
      labels === undefined || cuis === undefined
        ? `The lists${lineAndColumn(line, column)} differ. CUIs are taken from the vocabulary, never by position.`
        : `${counted(labels, 'label', 'labels')} and ${counted(cuis, 'CUI', 'CUIs')}${lineAndColumn(line, column)}. CUIs are taken from the vocabulary, never by position.`,
  },
  DATE_UNREADABLE: {
    title: 'Date not understood',
    sentence: ({ line, value }) =>
      `${quoted(value) || 'A text'}${lineAndColumn(line)} is no day of the calendar. It counts as no date.`,
  },
  TEST_UNKNOWN: {
    title: 'Test of unknown kind',
    sentence: ({ line, test, result }) => {
      const outcome = quoted(result);
      return `${quoted(test) || 'A test'}${outcome && ` with the result ${outcome}`}${lineAndColumn(line)} is none of PCR, IgG, IgM, IgA, ACT. The row was left out.`;
    },
  },
  TEST_NO_SUBJECT: {
    title: 'Tests of a person without folder',
    sentence: ({ tests }) =>
      tests === undefined
        ? 'No session of this person is here.'
        : `${counted(tests, 'test', 'tests')}; no session of this person is here.`,
  },
  PARTICIPANT_STRAY: {
    title: 'Stray row among the participants',
    sentence: ({ line, value }) => {
      const name = quoted(value);
      return `${name === '' ? `A row${lineAndColumn(line)} names` : `${name}${lineAndColumn(line)} is`} no participant. The row was left out.`;
    },
  },
  SESSION_REPEATED: {
    title: 'Session filed twice',
    sentence: ({ line }) =>
      `The session is there again${lineAndColumn(line)}. Both texts are kept, as report and annex.`,
  },
  SESSION_CONFLICT: {
    title: 'Two folders disagree',
    sentence: ({ what, other = 'another folder' }) =>
      `${what === undefined ? 'Something is different' : CONFLICTS[what]} in ${other}. Images are kept apart; of tables, the first is shown.`,
  },
  LISTING_UNREADABLE: {
    title: 'Archive listing partly unreadable',
    sentence: ({ lines, first, value }) =>
      `${lines === undefined ? 'Some lines were' : counted(lines, 'line was', 'lines were')} not understood${ifKnown(first, (line) => `, the first of them line ${line}`)}${after(quoted(value))}.`,
  },
  IMAGE_UNKNOWN: {
    title: 'Not an image midscope reads',
    sentence: () => 'The bytes are neither DICOM nor PNG nor NIfTI.',
  },
  IMAGE_TRUNCATED: {
    title: 'Image breaks off',
    sentence: ({ bytes, needed, frame }) => {
      const missing =
        bytes === undefined || needed === undefined
          ? ''
          : ` It has ${format.bytes(bytes)} of ${format.bytes(needed)}.`;
      return `${frame === undefined ? 'The file ends before the image does' : `The file ends before frame ${frame} does`}. It may not have been extracted whole.${missing}`;
    },
  },
  IMAGE_UNDECODABLE: {
    title: 'Image cannot be decoded',
    sentence: ({ reason, detail }) =>
      `${reason === undefined ? 'The compressed data is damaged or of a kind that is not supported' : UNDECODABLE[reason]}${after(quoted(detail))}.`,
  },
  IMAGE_TOO_LARGE: {
    title: 'Image too large',
    sentence: ({ columns, rows, bytes }) => {
      const pixels =
        columns === undefined || rows === undefined
          ? undefined
          : `${format.number(columns)} × ${format.number(rows)} pixels`;
      const sizes = [pixels, bytes === undefined ? undefined : format.bytes(bytes)].filter(isKnown);
      return sizes.length === 0
        ? 'It is larger than midscope opens.'
        : `Its ${sizes.join(' and ')} are more than midscope opens.`;
    },
  },
  IMAGE_COLOUR: {
    title: 'Colour picture',
    sentence: () => 'Probably a screenshot; it may show personal data.',
  },
  IMAGE_BURNED_IN: {
    title: 'Text burned into the picture',
    sentence: () => 'The file says so. It may show personal data.',
  },
  IMAGE_LOCALIZER: { title: 'Localizer', sentence: () => 'A planning view, not part of the volume.' },
  PNG_INVALID: {
    title: 'Not a valid PNG',
    sentence: ({ chunk }) =>
      chunk === undefined
        ? 'The bytes are not those of a PNG.'
        : `The chunk ${chunk} is missing or breaks the standard.`,
  },
  NIFTI_INVALID: {
    title: 'Not a valid NIfTI',
    sentence: ({ field }) =>
      `The header cannot be right${ifKnown(field, (name) => ` in the field ${name}`)}.`,
  },
  NIFTI_ORIENTATION: {
    title: 'No orientation in the NIfTI',
    sentence: () => 'Neither sform nor qform is set. No letters are shown.',
  },
  DICOM_INVALID: {
    title: 'Not valid DICOM',
    sentence: ({ offset }) =>
      `The data set cannot be read ${offset === undefined ? 'to its end' : `beyond byte ${format.number(offset)}`}.`,
  },
  DICOM_NO_PIXELS: { title: 'DICOM without image', sentence: () => 'The object holds no pixel data.' },
  TRANSFER_SYNTAX: {
    title: 'Compression not supported',
    sentence: ({ uid }) =>
      `The transfer syntax${ifKnown(uid, (found) => ` ${found}`)} is not one midscope decodes.`,
  },
  VOI_MISSING: {
    title: 'Window is missing',
    sentence: () => 'No VOI LUT and no window. Shown at percentiles 1–99, with a badge.',
  },
  POLARITY_CONFLICT: {
    title: 'Polarity disagrees',
    sentence: () =>
      'Photometric Interpretation and Presentation LUT Shape contradict each other. The first was believed.',
  },
  VIEW_MISMATCH: {
    title: 'Projection disagrees',
    sentence: () => 'The name says one projection, the sidecar another.',
  },
  DATES_MODIFIED: {
    title: 'Dates were altered',
    sentence: () => 'Dates were changed at de-identification; distances in days may not hold.',
  },
  SERIES_MIXED: {
    title: 'Series is not uniform',
    sentence: ({ what }) =>
      `Slices differ${ifKnown(what, (found) => ` in ${DIFFERENCES[found]}`)}. They are shown as they come.`,
  },
  WEBGL_MISSING: {
    title: 'No WebGL',
    sentence: () =>
      'This browser offers no WebGL 2, which images need. Tables, reports and labels work. Switch on hardware acceleration or use another browser.',
  },
  MASK_INVALID: {
    title: 'Mask cannot be read',
    sentence: ({ reason, value }) =>
      `${reason === undefined ? 'It is no label map midscope knows' : MASK_FAULTS[reason]}${ifKnown(value, (found) => ` (value ${found})`)}. It is not drawn.`,
  },
  MASK_SIZE: {
    title: 'Mask and image differ in size',
    sentence: ({ mask, image }) =>
      `The mask is ${mask ?? 'of one size'}, the image ${image ?? 'of another'}. It is not drawn.`,
  },
  MASK_UNMATCHED: {
    title: 'Mask without image',
    sentence: () => 'No image of the session fits its name. It is not drawn.',
  },
  MASK_NAMES: {
    title: 'Names of segments cannot be read',
    sentence: () => 'It is no list of names midscope knows. Segments go by their numbers.',
  },
};

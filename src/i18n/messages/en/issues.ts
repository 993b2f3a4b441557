import { ifKnown, isKnown, type IssueTexts } from '../../issue-texts.ts';
import {
  format,
  counted,
  quoted,
  after,
  lineAndColumn,
  UNDECODABLE,
  CONFLICTS,
  DIFFERENCES,
  DERIVED,
  MASK_FAULTS,
} from './issue-words.ts';

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
      `The sidecar says ${sidecar ?? 'one size'}, the image is ${image ?? 'of another'}. The image was believed, and lengths are counted in its pixels.`,
  },
  SIDECAR_DEPTH: {
    title: 'Sidecar of another depth',
    sentence: ({ sidecar, image }) =>
      `${isKnown(sidecar) && isKnown(image) ? `The sidecar describes values of ${sidecar} bits; the PNG, of ${image}, holds others. ` : ''}The sidecar’s window is offered, not applied.`,
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
    title: 'Text is not UTF-8',
    sentence: ({ encoding = 'text in another encoding', bytes }) =>
      bytes === undefined
        ? `It was read as ${encoding}.`
        : `${counted(bytes, 'byte is', 'bytes are')} not UTF-8 and ${bytes === 1 ? 'was' : 'were'} read as ${encoding}; the rest is.`,
  },
  TABLE_UNPLACED: {
    title: 'Table that does not say whose it is',
    sentence: ({ rows }) =>
      `${rows === undefined ? 'Its rows' : counted(rows, 'row', 'rows')} could belong to several people or sessions. ${rows === 1 ? 'It was' : 'They were'} left out.`,
  },
  TEXT_CUT: {
    title: 'Text ends inside a character',
    sentence: () => 'The file breaks off. It may not have been extracted whole. What comes before was read.',
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
    title: 'Two files disagree',
    sentence: ({ what, other = 'another file' }) =>
      what === undefined ? `Something is different in ${other}.` : CONFLICTS[what](other),
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
  IMAGE_TRANSPARENT: {
    title: 'Transparency left out',
    sentence: () => 'The file makes some pixels see-through. They are shown with the values filed for them.',
  },
  IMAGE_FIRST_ONLY: {
    title: 'One image of several',
    sentence: ({ images }) =>
      `The file holds ${images === undefined ? 'several' : format.number(images)} images or volumes in a row. Only the first is shown.`,
  },
  IMAGE_BURNED_IN: {
    title: 'Text burned into the picture',
    sentence: () => 'The file says so. It may show personal data.',
  },
  IMAGE_LOCALIZER: { title: 'Localizer', sentence: () => 'A planning view, not part of the volume.' },
  IMAGE_DERIVED: {
    title: 'Made out of other images',
    sentence: ({ kind }) =>
      `${kind === undefined ? 'A derived image' : DERIVED[kind]}, not a slice as scanned.`,
  },
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
  NIFTI_ROUNDED: {
    title: 'Values rounded',
    sentence: () =>
      'Some voxels are integers beyond 2⁵³. They are shown as the nearest number that can be held.',
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
      'Photometric Interpretation and Presentation LUT Shape contradict each other. The image is inverted once, as one of them asks.',
  },
  VIEW_MISMATCH: {
    title: 'Projection disagrees',
    sentence: () => 'The name says one projection, the sidecar another.',
  },
  MODALITY_MISMATCH: {
    title: 'Modality disagrees',
    sentence: ({ name, header }) =>
      `The name or the folder says ${name ?? 'one modality'}, header or sidecar ${header ?? 'another'}. The latter was believed.`,
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
  SERIES_DUPLICATES: {
    title: 'Slices at one place',
    sentence: ({ slices }) =>
      `${slices === undefined ? 'Some slices' : counted(slices, 'slice', 'slices')} lie where another one lies. All can be scrolled to; in planes the first counts.`,
  },
  SERIES_GAPS: {
    title: 'Slices are missing',
    sentence: ({ gaps, widest }) =>
      `${gaps === undefined ? 'There are gaps' : `There ${gaps === 1 ? 'is' : 'are'} ${counted(gaps, 'gap', 'gaps')}`} between slices${ifKnown(widest, (mm) => `, up to ${format.number(mm)} mm`)}. Planes leave them empty.`,
  },
  SERIES_UNEVEN: {
    title: 'Uneven spacing',
    sentence: ({ least, most }) =>
      `Slices are not equally far apart${isKnown(least) && isKnown(most) ? `: ${format.number(least)} to ${format.number(most)} mm` : ''}. Planes are interpolated where the slices lie.`,
  },
  SERIES_TILTED: {
    title: 'Tilted gantry',
    sentence: ({ degrees }) =>
      `The slices are shifted against each other${ifKnown(degrees, (angle) => `, by a tilt of ${format.number(angle)}°`)}. Planes of the body are interpolated.`,
  },
  SERIES_SHEARED: {
    title: 'Sheared volume',
    sentence: () =>
      'Rows and columns are at no right angle. Slices are shown as stored; planes of the body are interpolated.',
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
  MASK_IMAGES_UNKNOWN: {
    title: 'Masks of images that are not here',
    sentence: ({ images, first }) =>
      `Its masks of ${images === undefined ? 'some images' : counted(images, 'image', 'images')} have no place, since no image of the dataset has that name${after(quoted(first))}.`,
  },
  MASK_IMAGES_AMBIGUOUS: {
    title: 'Masks that fit several images',
    sentence: ({ images, first }) =>
      `Its masks of ${images === undefined ? 'some images' : counted(images, 'image', 'images')} are not drawn, since the name does not tell which image is meant${after(quoted(first))}.`,
  },
  OVERLAY_INVALID: {
    title: 'Overlay that cannot be read',
    sentence: ({ group }) =>
      `${group === undefined ? 'An overlay plane' : `Overlay plane ${group}`} is cut short, too large, or not where it says. It is not drawn.`,
  },
  MASK_REFERENCE: {
    title: 'Mask of an image that is not here',
    sentence: ({ first }) =>
      `It names its image by SOP Instance UID, and no image of the dataset has that one${after(quoted(first))}. It is not drawn.`,
  },
  MASK_OTHER_IMAGE: {
    title: 'Mask names another image',
    sentence: () => 'It is drawn on this one because it was attached by hand.',
  },
  MASK_PARTLY: {
    title: 'Mask is drawn in part',
    sentence: ({ missing, parts }) =>
      `${missing ?? 'Some'} of its ${ifKnown(parts, (all) => `${all} `)}outlines or frames are on no slice of the image. They are not drawn.`,
  },
  MASK_NAMES: {
    title: 'Names of segments cannot be read',
    sentence: () => 'It is no list of names midscope knows. Segments go by their numbers.',
  },
};

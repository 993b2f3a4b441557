import type { IssueCode, IssueFacts } from '../../domain/issues.ts';

export interface IssueText {
  readonly title: string;
  /** One sentence: what is so, and what midscope did. */
  readonly sentence: (facts: IssueFacts) => string;
}

const fact = (facts: IssueFacts, key: string): string => String(facts[key] ?? '?');

/** One text per code of the issue catalogue. */
export const issuesEn: Readonly<Record<IssueCode, IssueText>> = {
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
    sentence: () => 'The file could not be read to its end. It may have changed, or the disk was unplugged.',
  },
  FILE_MISSING: {
    title: 'Listed, not on disk',
    sentence: () => 'A table or an archive listing names this file. The folder does not have it.',
  },
  FILE_SIZE: {
    title: 'Size differs from the listing',
    sentence: (facts) =>
      `The archive listing says ${fact(facts, 'listed')} bytes, the file has ${fact(facts, 'size')}.`,
  },
  FILE_UNKNOWN: {
    title: 'File of unknown kind',
    sentence: () => 'Neither its name nor its first bytes tell what it is. It was left out.',
  },
  NAME_MISFORMED: {
    title: 'Name is not well formed',
    sentence: (facts) => `Parts that no rule explains: ${fact(facts, 'parts')}. The rest was understood.`,
  },
  NAME_CONFLICT: {
    title: 'Name and folder disagree',
    sentence: (facts) =>
      `The folder says ${fact(facts, 'folder')}, the name says ${fact(facts, 'name')}. The folder was believed.`,
  },
  SIDECAR_MISSING: {
    title: 'No sidecar',
    sentence: () => 'No JSON file belongs to this image. Its window and polarity are guessed.',
  },
  SIDECAR_JSON: {
    title: 'Sidecar is not valid JSON',
    sentence: (facts) =>
      `It breaks off at character ${fact(facts, 'offset')}. The image is shown with the percentile window instead.`,
  },
  SIDECAR_SHAPE: {
    title: 'Sidecar of unknown shape',
    sentence: () =>
      'The JSON holds no DICOM attributes in any known form. The image is shown with the percentile window instead.',
  },
  SIDECAR_SHARED: {
    title: 'Sidecar shared by siblings',
    sentence: () =>
      'This file of a series has no sidecar of its own; its sibling’s was taken. The projection may be the sibling’s.',
  },
  SIDECAR_VALUE: {
    title: 'Attribute not usable',
    sentence: (facts) => `Attribute ${fact(facts, 'tag')} holds ${fact(facts, 'value')}. It was left out.`,
  },
  SIDECAR_SIZE: {
    title: 'Sidecar and image differ in size',
    sentence: (facts) =>
      `The sidecar says ${fact(facts, 'sidecar')}, the image is ${fact(facts, 'image')}. The image was believed.`,
  },
  TABLE_UNREADABLE: {
    title: 'Table cannot be read',
    sentence: () => 'The table could not be read. What it would have told is missing.',
  },
  TABLE_UNKNOWN: {
    title: 'Table of unknown kind',
    sentence: () => 'Its header matches no table midscope knows. It was left out.',
  },
  TABLE_ROW: {
    title: 'Row with a wrong number of cells',
    sentence: (facts) =>
      `Line ${fact(facts, 'line')} has more or fewer cells than the header. What could be read was kept.`,
  },
  TABLE_ENCODING: {
    title: 'Table is not UTF-8',
    sentence: (facts) => `It was read as ${fact(facts, 'encoding')}.`,
  },
  LIST_CELL: {
    title: 'List cell not understood',
    sentence: (facts) =>
      `A list in column ${fact(facts, 'column')} has an unknown form. What could be read was kept.`,
  },
  LABEL_TRUNCATED: {
    title: 'Label row breaks off',
    sentence: () => 'The list in this cell never closes. The labels before the break are kept.',
  },
  LABEL_UNKNOWN: {
    title: 'Label not in the vocabulary',
    sentence: (facts) =>
      `“${fact(facts, 'label')}” in ${fact(facts, 'sessions')} sessions. It is shown as filed, without CUI.`,
  },
  LABEL_DUPLICATE: { title: 'Label twice in one row', sentence: () => 'It counts once.' },
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
    sentence: (facts) =>
      `${fact(facts, 'labels')} labels, ${fact(facts, 'cuis')} CUIs. CUIs are taken from the vocabulary, never by position.`,
  },
  DATE_UNREADABLE: {
    title: 'Date not understood',
    sentence: (facts) => `“${fact(facts, 'date')}” is no calendar date. It counts as no date.`,
  },
  TEST_UNKNOWN: {
    title: 'Test of unknown kind',
    sentence: (facts) => `“${fact(facts, 'test')}” is none of PCR, IgG, IgM, IgA, ACT. The row was left out.`,
  },
  TEST_NO_SUBJECT: {
    title: 'Tests of a person without folder',
    sentence: (facts) => `${fact(facts, 'tests')} tests; no session of this person is here.`,
  },
  PARTICIPANT_STRAY: {
    title: 'Stray row among the participants',
    sentence: (facts) => `“${fact(facts, 'value')}” is no participant. The row was left out.`,
  },
  SESSION_REPEATED: {
    title: 'Session filed twice',
    sentence: () => 'Both texts are kept, as report and annex.',
  },
  SESSION_CONFLICT: {
    title: 'Two folders disagree',
    sentence: (facts) =>
      `Different ${fact(facts, 'what')} than in ${fact(facts, 'other')}. Images are kept apart; of tables, the first is shown.`,
  },
  LISTING_UNREADABLE: {
    title: 'Archive listing partly unreadable',
    sentence: (facts) => `${fact(facts, 'lines')} lines were not understood.`,
  },
  IMAGE_UNKNOWN: {
    title: 'Not an image midscope reads',
    sentence: () => 'The bytes are neither DICOM nor PNG nor NIfTI.',
  },
  IMAGE_TRUNCATED: {
    title: 'Image breaks off',
    sentence: () => 'The file ends before the image does. It may not have been extracted whole.',
  },
  IMAGE_UNDECODABLE: {
    title: 'Image cannot be decoded',
    sentence: (facts) =>
      `The compressed data is damaged or of a kind that is not supported${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  IMAGE_TOO_LARGE: {
    title: 'Image too large',
    sentence: (facts) => `It declares ${fact(facts, 'pixels')} pixels, more than midscope opens.`,
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
  PNG_INVALID: { title: 'Not a valid PNG', sentence: () => 'The name says PNG, the bytes do not.' },
  NIFTI_INVALID: {
    title: 'Not a valid NIfTI',
    sentence: (facts) =>
      `The header cannot be right${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  NIFTI_ORIENTATION: {
    title: 'No orientation in the NIfTI',
    sentence: () => 'Neither sform nor qform is set. No letters are shown.',
  },
  DICOM_INVALID: {
    title: 'Not valid DICOM',
    sentence: (facts) =>
      `The data set cannot be read${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  DICOM_NO_PIXELS: { title: 'DICOM without image', sentence: () => 'The object holds no pixel data.' },
  TRANSFER_SYNTAX: {
    title: 'Compression not supported',
    sentence: (facts) => `Transfer syntax ${fact(facts, 'uid')} is not one midscope decodes.`,
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
    sentence: (facts) => `Slices differ in ${fact(facts, 'what')}. They are shown as they come.`,
  },
  WEBGL_MISSING: {
    title: 'No WebGL',
    sentence: () =>
      'This browser offers no WebGL 2, which images need. Tables, reports and labels work. Switch on hardware acceleration or use another browser.',
  },
  MASK_INVALID: {
    title: 'Mask cannot be read',
    sentence: (facts) =>
      `It is no label map midscope knows${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  MASK_SIZE: {
    title: 'Mask and image differ in size',
    sentence: (facts) =>
      `The mask is ${fact(facts, 'mask')}, the image ${fact(facts, 'image')}. It is not drawn.`,
  },
  MASK_UNMATCHED: {
    title: 'Mask without image',
    sentence: () => 'No image of the session fits its name. It is not drawn.',
  },
};

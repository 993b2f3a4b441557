import type { DatasetPath, SessionId, SubjectId } from './brand.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * Everything midscope can find wrong with a dataset, and how much it matters.
 * The sentence for each code is in `i18n/`; a code without one does not compile.
 *
 * error: something is not shown, or not counted. warning: it is shown, but midscope had to guess
 * or two sources disagree. note: worth knowing, nothing is lost.
 */
export const ISSUE_SEVERITY = {
  // Files
  FILE_EMPTY: 'error',
  FILE_GONE: 'error',
  FILE_DENIED: 'error',
  FILE_READ: 'error',
  FILE_MISSING: 'warning',
  FILE_UNKNOWN: 'note',
  NAME_MISFORMED: 'note',
  NAME_CONFLICT: 'warning',
  // Sidecars
  SIDECAR_MISSING: 'warning',
  SIDECAR_JSON: 'error',
  SIDECAR_SHAPE: 'error',
  SIDECAR_SHARED: 'note',
  SIDECAR_VALUE: 'note',
  SIDECAR_SIZE: 'warning',
  SIDECAR_DEPTH: 'warning',
  // Tables
  TABLE_UNREADABLE: 'error',
  TABLE_UNKNOWN: 'note',
  TABLE_ROW: 'warning',
  TABLE_ENCODING: 'note',
  TEXT_CUT: 'error',
  TABLE_UNPLACED: 'error',
  LIST_CELL: 'warning',
  LABEL_TRUNCATED: 'error',
  LABEL_UNKNOWN: 'note',
  LABEL_DUPLICATE: 'note',
  LABEL_NONE: 'note',
  LABEL_NO_IMAGE: 'note',
  CUI_LENGTH: 'warning',
  DATE_UNREADABLE: 'warning',
  TEST_UNKNOWN: 'warning',
  TEST_NO_SUBJECT: 'note',
  PARTICIPANT_STRAY: 'note',
  SESSION_REPEATED: 'note',
  SESSION_CONFLICT: 'warning',
  LISTING_UNREADABLE: 'warning',
  // Images
  IMAGE_UNKNOWN: 'error',
  IMAGE_TRUNCATED: 'error',
  IMAGE_UNDECODABLE: 'error',
  IMAGE_TOO_LARGE: 'error',
  IMAGE_COLOUR: 'note',
  IMAGE_TRANSPARENT: 'note',
  IMAGE_FIRST_ONLY: 'warning',
  IMAGE_BURNED_IN: 'warning',
  IMAGE_LOCALIZER: 'note',
  IMAGE_DERIVED: 'note',
  PNG_INVALID: 'error',
  NIFTI_INVALID: 'error',
  NIFTI_ORIENTATION: 'warning',
  NIFTI_ROUNDED: 'warning',
  DICOM_INVALID: 'error',
  DICOM_NO_PIXELS: 'error',
  TRANSFER_SYNTAX: 'error',
  VOI_MISSING: 'warning',
  POLARITY_CONFLICT: 'warning',
  VIEW_MISMATCH: 'warning',
  MODALITY_MISMATCH: 'warning',
  DATES_MODIFIED: 'note',
  SERIES_MIXED: 'warning',
  SERIES_DUPLICATES: 'warning',
  SERIES_GAPS: 'warning',
  SERIES_UNEVEN: 'warning',
  SERIES_TILTED: 'note',
  SERIES_SHEARED: 'warning',
  // Masks
  MASK_INVALID: 'error',
  MASK_SIZE: 'error',
  MASK_UNMATCHED: 'warning',
  MASK_IMAGES_UNKNOWN: 'warning',
  MASK_IMAGES_AMBIGUOUS: 'warning',
  MASK_REFERENCE: 'warning',
  MASK_OTHER_IMAGE: 'warning',
  MASK_PARTLY: 'warning',
  MASK_NAMES: 'warning',
  OVERLAY_INVALID: 'warning',
} as const satisfies Record<keyof FactsOf, Severity>;

export type IssueCode = keyof typeof ISSUE_SEVERITY;

/** Why an image cannot be decoded, in the words of each language. */
export type UndecodableReason =
  | 'compression'
  | 'too-many-pixels'
  | 'row-filter'
  | 'no-such-frame'
  | 'size-missing'
  | 'bit-depth'
  | 'colour-space'
  | 'stream-differs'
  | 'too-little-data'
  | 'voxel-type'
  | 'voxels-apart'
  | 'decoder'
  | 'unforeseen';

/** Why a mask cannot be drawn, in the words of each language. */
export type MaskFault =
  | 'unknown-format'
  | 'too-many-colours'
  | 'too-many-segments'
  | 'outline-too-long'
  | 'not-labels'
  | 'not-polygons'
  | 'not-run-lengths'
  | 'broken-json'
  | 'broken-xml'
  | 'too-many-entries'
  | 'other-dicom'
  | 'no-segments'
  | 'not-points'
  | 'no-such-image'
  | 'no-place'
  | 'other-frame'
  | 'not-parallel';

/** What two tables or folders have differently of one person or session; `owner`: whose of several it is. */
export type ConflictSubject =
  | 'age-or-sex'
  | 'modalities'
  | 'labels'
  | 'cuis'
  | 'date-or-report'
  | 'images'
  | 'owner'
  | 'sidecars'
  | 'masks';

/** In what the files of one series differ. */
export type SeriesDifference = 'size' | 'orientation' | 'size-and-orientation';

/** How an image was made out of others: cut, or projected. */
export type DerivedKind = 'mpr' | 'mip' | 'minip' | 'mean';

/** No key at all. */
type NoFacts = Readonly<Record<string, never>>;

/**
 * What the sentence of each code can name. Text is shown as filed, never as markup; lines, columns and frames count
 * from 1, `bytes` are bytes, `least`, `most` and `widest` are millimetres, sizes of images are `columns × rows`,
 * depths are bits.
 */
interface FactsOf {
  FILE_EMPTY: NoFacts;
  FILE_GONE: NoFacts;
  FILE_DENIED: NoFacts;
  FILE_READ: { status: number };
  FILE_MISSING: { by: string };
  FILE_UNKNOWN: NoFacts;
  NAME_MISFORMED: { parts: string };
  NAME_CONFLICT: { folder: string; name: string };
  SIDECAR_MISSING: NoFacts;
  SIDECAR_JSON: { line: number; column: number };
  SIDECAR_SHAPE: { bytes: number };
  SIDECAR_SHARED: NoFacts;
  SIDECAR_VALUE: { tag: string; value: string | number };
  SIDECAR_SIZE: { sidecar: string; image: string };
  SIDECAR_DEPTH: { sidecar: number; image: number };
  TABLE_UNREADABLE: { missing: string; bytes: number };
  TABLE_UNKNOWN: NoFacts;
  TABLE_ROW: { line: number; fields: number; columns: number; value: string };
  TABLE_ENCODING: { encoding: string; bytes: number };
  TEXT_CUT: NoFacts;
  TABLE_UNPLACED: { rows: number };
  LIST_CELL: { line: number; column: string; value: string };
  LABEL_TRUNCATED: { line: number; column: string; kept: number };
  LABEL_UNKNOWN: { label: string; sessions: number };
  LABEL_DUPLICATE: { line: number; column: string; labels: string };
  LABEL_NONE: NoFacts;
  LABEL_NO_IMAGE: NoFacts;
  CUI_LENGTH: { line: number; column: string; labels: number; cuis: number };
  DATE_UNREADABLE: { line: number; value: string };
  TEST_UNKNOWN: { line: number; test: string; result: string };
  TEST_NO_SUBJECT: { tests: number };
  PARTICIPANT_STRAY: { line: number; value: string };
  SESSION_REPEATED: { line: number };
  SESSION_CONFLICT: { what: ConflictSubject; other: string };
  LISTING_UNREADABLE: { lines: number; first: number; value: string };
  IMAGE_UNKNOWN: NoFacts;
  IMAGE_TRUNCATED: { bytes: number; needed: number; frame: number };
  IMAGE_UNDECODABLE: { reason: UndecodableReason; detail: string };
  IMAGE_TOO_LARGE: { columns: number; rows: number; bytes: number };
  IMAGE_COLOUR: NoFacts;
  IMAGE_TRANSPARENT: NoFacts;
  IMAGE_FIRST_ONLY: { images: number };
  IMAGE_BURNED_IN: NoFacts;
  IMAGE_LOCALIZER: NoFacts;
  IMAGE_DERIVED: { kind: DerivedKind };
  PNG_INVALID: { chunk: string };
  NIFTI_INVALID: { field: string };
  NIFTI_ORIENTATION: NoFacts;
  NIFTI_ROUNDED: NoFacts;
  DICOM_INVALID: { offset: number };
  DICOM_NO_PIXELS: NoFacts;
  TRANSFER_SYNTAX: { uid: string };
  VOI_MISSING: NoFacts;
  POLARITY_CONFLICT: NoFacts;
  VIEW_MISMATCH: NoFacts;
  MODALITY_MISMATCH: { name: string; header: string };
  DATES_MODIFIED: NoFacts;
  SERIES_MIXED: { what: SeriesDifference };
  SERIES_DUPLICATES: { slices: number };
  SERIES_GAPS: { gaps: number; widest: number };
  SERIES_UNEVEN: { least: number; most: number };
  SERIES_TILTED: { degrees: number };
  SERIES_SHEARED: NoFacts;
  MASK_INVALID: { reason: MaskFault; value: number };
  MASK_SIZE: { mask: string; image: string };
  MASK_UNMATCHED: NoFacts;
  MASK_IMAGES_UNKNOWN: { images: number; first: string };
  MASK_IMAGES_AMBIGUOUS: { images: number; first: string };
  MASK_REFERENCE: { first: string };
  MASK_OTHER_IMAGE: NoFacts;
  MASK_PARTLY: { missing: number; parts: number };
  MASK_NAMES: NoFacts;
  OVERLAY_INVALID: { group: string };
}

/** The facts of one code, each only where it is known. */
export type IssueFacts<Code extends IssueCode = IssueCode> = {
  readonly [Name in keyof FactsOf[Code]]?: FactsOf[Code][Name];
};

/** The codes that speak of a line of a table. */
export type RowIssueCode = {
  [Code in IssueCode]: FactsOf[Code] extends { line: number } ? Code : never;
}[IssueCode];

/** A code with the facts of that code. */
export type Finding<Code extends IssueCode = IssueCode> = {
  [Each in Code]: { readonly code: Each; readonly facts?: IssueFacts<Each> };
}[Code];

/** One thing found wrong, with where it was found. */
export type Issue<Code extends IssueCode = IssueCode> = Finding<Code> & {
  readonly path?: DatasetPath;
  readonly subject?: SubjectId;
  readonly session?: SessionId;
};

export const severityOf = (code: IssueCode): Severity => ISSUE_SEVERITY[code];

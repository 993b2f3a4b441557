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
  FILE_SIZE: 'warning',
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
  // Tables
  TABLE_UNREADABLE: 'error',
  TABLE_UNKNOWN: 'note',
  TABLE_ROW: 'warning',
  TABLE_ENCODING: 'note',
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
  IMAGE_BURNED_IN: 'warning',
  IMAGE_LOCALIZER: 'note',
  PNG_INVALID: 'error',
  NIFTI_INVALID: 'error',
  NIFTI_ORIENTATION: 'warning',
  DICOM_INVALID: 'error',
  DICOM_NO_PIXELS: 'error',
  TRANSFER_SYNTAX: 'error',
  VOI_MISSING: 'warning',
  POLARITY_CONFLICT: 'warning',
  VIEW_MISMATCH: 'warning',
  DATES_MODIFIED: 'note',
  SERIES_MIXED: 'warning',
  WEBGL_MISSING: 'error',
  // Masks
  MASK_INVALID: 'error',
  MASK_SIZE: 'error',
  MASK_UNMATCHED: 'warning',
} as const satisfies Record<string, Severity>;

export type IssueCode = keyof typeof ISSUE_SEVERITY;

/** Values that a sentence names; text is shown as filed, never as markup. */
export type IssueFacts = Readonly<Record<string, string | number>>;

/** One thing found wrong, with where it was found. */
export interface Issue {
  readonly code: IssueCode;
  readonly path?: DatasetPath;
  readonly subject?: SubjectId;
  readonly session?: SessionId;
  readonly facts?: IssueFacts;
}

export const severityOf = (code: IssueCode): Severity => ISSUE_SEVERITY[code];

import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import type { LabelRow, ParticipantRow, SessionRow } from '../rows.ts';
import type { ImageIssue } from '../../imaging/image-issue.ts';
import type { LabTest } from '../../labs/lab-test.ts';
import type { Container, Presence } from '../dataset-index.ts';

/** A table row and the table it stands in. */
export interface Filed<Row> {
  readonly path: DatasetPath;
  readonly root: string;
  readonly row: Row;
}

/** What a sidecar or header said of one image, once read. */
export interface ImageReading {
  readonly state: 'read' | 'failed';
  readonly container: Container;
  readonly modality: string;
  /** Projection to show (`PA`, `AP`, `LL`, `lateral`), or an empty string. */
  readonly view: string;
  readonly viewConflict: boolean;
  /** yyyymmdd, 0 without. */
  readonly date: number;
  readonly seriesUid: string;
  readonly issues: readonly ImageIssue[];
}

/** An image by what its name and place tell; changed in place while files are met. */
export interface ImageDraft {
  readonly path: DatasetPath;
  readonly root: string;
  /** Path from the subject's folder on: the same in every root that holds a copy. */
  readonly relative: string;
  readonly folder: string;
  readonly stem: string;
  readonly acq: string;
  container: Container;
  modality: string;
  view: string;
  /** Images whose names differ only in their slice number share this. */
  readonly seriesKey: string;
  presence: Presence;
  reading?: ImageReading;
  /** The same file in an earlier root; such an image is not shown twice. */
  duplicateOf?: ImageDraft;
}

export interface MaskDraft {
  readonly path: DatasetPath;
  readonly root: string;
  readonly stem: string;
  readonly run: string;
  readonly acq: string;
  readonly view: string;
}

export interface SessionDraft {
  readonly subject: SubjectId;
  readonly id: SessionId;
  labels?: Filed<LabelRow>;
  table?: Filed<SessionRow>;
  readonly images: Map<string, ImageDraft>;
  readonly masks: MaskDraft[];
  /** File names that a table or listing promises, each with the size it states or −1. */
  readonly promised: Map<string, Promised>;
}

export interface Promised {
  readonly path: DatasetPath;
  readonly size: number;
  /** What promised it. */
  readonly by: DatasetPath;
}

export interface SubjectDraft {
  readonly id: SubjectId;
  participant?: Filed<ParticipantRow>;
  readonly sessions: Map<SessionId, SessionDraft>;
  readonly tests: LabTest[];
}

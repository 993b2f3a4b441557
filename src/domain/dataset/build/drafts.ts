import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import type { LabelRow, ParsedTable, ParticipantRow, SessionRow } from '../rows.ts';
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
  /** The header or sidecar says that BIMCV's archive wrote it. */
  readonly isBimcv: boolean;
  /** SOP Instance UID of the image, or of the one it was made of; empty without. */
  readonly sopUid: string;
  /** Of each of its images; 0 where it is not known. */
  readonly columns: number;
  readonly rows: number;
  /** Of a DICOM file that marks other images and is none. */
  readonly mask?: MaskFacts;
  readonly issues: readonly ImageIssue[];
}

/** A file that may lie in several roots: its copies have the same place below each. */
export interface Placed {
  readonly path: DatasetPath;
  readonly root: string;
  /** Path from the root on: the same in every root that holds a copy. */
  readonly relative: string;
  /** Files of one place with the same number hold the same; unknown before they were compared. */
  version?: number;
}

/** An image by what its name and place tell; changed in place while files are met. */
export interface ImageDraft extends Placed {
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
}

/** What a mask's own bytes tell of the image that it belongs to. */
export interface MaskFacts {
  /** SOP Instance UIDs of the images that it names. */
  readonly uids: readonly string[];
  /** 0 where it has no size of its own. */
  readonly columns: number;
  readonly rows: number;
}

/** A mask by its name and place; its facts come once it was looked into. */
export interface MaskDraft extends Placed {
  readonly stem: string;
  readonly run: string;
  readonly acq: string;
  readonly view: string;
  facts?: MaskFacts;
}

/** A mask of one image in a file that has masks of many. */
export interface AttachedMask {
  readonly path: DatasetPath;
  /** Place among the images of the file, from 0. */
  readonly entry: number;
}

/** Visit of a subject whose files and folders name none. */
export const ONLY_SESSION = 'ses-none' as SessionId;

/** What one root says of one session. */
export interface SessionDraft {
  readonly root: string;
  /** The rows of this session that say different things, in the order of their tables; the first counts. */
  readonly labels: Filed<LabelRow>[];
  readonly table: Filed<SessionRow>[];
  /** By their place below the root. */
  readonly images: Map<string, ImageDraft>;
  readonly masks: MaskDraft[];
  /** Files that a table or listing promises, by their names. */
  readonly promised: Map<string, Promised>;
}

export interface Promised {
  readonly path: DatasetPath;
  /** As the listing states it, or −1. */
  readonly size: number;
  /** What promised it. */
  readonly by: DatasetPath;
}

/** What one root says of one person. */
export interface SubjectDraft {
  readonly root: string;
  /** Rows that say different things, as with sessions. */
  readonly participants: Filed<ParticipantRow>[];
  readonly sessions: Map<SessionId, SessionDraft>;
  readonly tests: Filed<LabTest>[];
}

/** What was met in one folder that holds subjects or tables. */
export interface RootDraft {
  readonly subjects: Map<SubjectId, SubjectDraft>;
  readonly labelTables: DatasetPath[];
  hasTests: boolean;
  /** Its own description says that it is made by code. */
  isSynthetic: boolean;
}

/** The same person's ids in both cohorts. */
export interface CohortLink {
  readonly root: string;
  readonly subject: SubjectId;
  readonly other: SubjectId;
}

/** Whose a file is, in which root. */
export interface Owner {
  readonly root: string;
  readonly subject: SubjectId;
  readonly session: SessionId;
}

/** Tells by its path whose an image is, as far as that says; nothing for what is no image of anybody. */
export type Place = (
  path: DatasetPath,
) => (Omit<Owner, 'session'> & { readonly session: SessionId | undefined }) | undefined;

/** A table whose path does not say whose it is. */
export type UnplacedTable = {
  readonly path: DatasetPath;
  readonly root: string;
} & (
  | { readonly kind: 'sessions'; readonly table: ParsedTable<SessionRow> }
  | {
      readonly kind: 'scans';
      readonly subject: SubjectId | undefined;
      /** Where its rows say that files lie. */
      readonly files: readonly DatasetPath[];
      readonly place: Place;
    }
);

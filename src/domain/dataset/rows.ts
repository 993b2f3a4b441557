import type { DatasetPath, DateNumber, SessionId, SubjectId } from '../brand.ts';
import type { Finding } from '../issues.ts';
import type { Tag } from '../imaging/dicom-dataset.ts';

/** What a table parser found wrong; the caller knows the path. */
export type TableIssue = Finding & { readonly subject?: SubjectId; readonly session?: SessionId };

/** Typed rows of a table with everything found wrong on the way; a bad row never hides the others. */
export interface ParsedTable<Row> {
  readonly rows: readonly Row[];
  readonly issues: readonly TableIssue[];
}

export type Sex = 'M' | 'F' | 'O' | 'unknown';

export interface ParticipantRow {
  readonly subject: SubjectId;
  /** One value per distinct age, in years, as filed. */
  readonly ages: readonly number[];
  readonly sex: Sex;
  readonly modalities: readonly string[];
  readonly raw: { readonly age: string; readonly sex: string; readonly modalities: string };
}

/** One row of a sessions table; a session filed twice (original and annex) is one row with two reports. */
export interface SessionRow {
  readonly session: SessionId;
  readonly date: DateNumber;
  /** Readable texts with their own line breaks; none when the cell is empty. */
  readonly reports: readonly string[];
  readonly raw: { readonly date: string; readonly report: string };
}

export interface ScanRow {
  /** Paths as filed, one per file of the series, before any repair. */
  readonly filenames: readonly string[];
  /** DICOM fields by tag, as filed; `n/a` cells are left out. */
  readonly fields: ReadonlyMap<Tag, string>;
}

/** A list cell and what became of it. */
export interface ListCell {
  /** Items in order, trimmed, empty ones dropped. */
  readonly items: readonly string[];
  /** Nested lists where the dialect keeps them, else nothing. */
  readonly groups?: readonly (readonly string[])[];
  /** Whether each item began with a blank, where among those after the first some did and some did not. */
  readonly spaced?: readonly boolean[];
  readonly raw: string;
}

export interface LabelRow {
  readonly subject: SubjectId;
  readonly session: SessionId;
  /** Normalised text, sentences divided by ` . `; empty when there is none. */
  readonly report: string;
  readonly labels: ListCell;
  readonly locations: ListCell;
  /** Labels and `loc ` terms in sentence order; boundaries only where the dialect nests. */
  readonly bySentence: ListCell;
  readonly labelCuis: ListCell;
  readonly locationCuis: ListCell;
}

/** One row of `partitions.tsv`: an image and the session it belongs to, path as filed and as repaired. */
export interface PartitionRow {
  readonly subject: SubjectId;
  readonly session: SessionId;
  /** Relative to the folder of the release, `./` removed. */
  readonly path: DatasetPath;
}

/** One file of an archive, from its `tar -tvf` listing. */
export interface ListingRow {
  readonly path: DatasetPath;
  /** Bytes. */
  readonly size: number;
}

/** One person who is in both cohorts under different ids. */
export interface CohortLinkRow {
  readonly negative: SubjectId;
  readonly positive: SubjectId;
}

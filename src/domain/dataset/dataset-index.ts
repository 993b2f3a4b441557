import type { DatasetPath, SessionId, SubjectId } from '../brand.ts';
import type { Issue } from '../issues.ts';
import type { TestKind, TestResult } from '../labs/lab-test.ts';
import type { Term } from '../vocabulary/vocabulary.ts';
import type { FacetColumn, ListColumn, RangeColumn } from './columns.ts';
import type { FacetKey, RangeKey, ResolvedKey, TermScope, UnchangedReading } from './library-query.ts';
import type { Sex } from './rows.ts';
import type { UnchangedTable } from './unchanged.ts';

/** Which publication a dataset is, as far as its tables tell. */
export const RELEASES = [
  'bimcv-1',
  'bimcv-1-2',
  'bimcv-1-2-3',
  'bimcv-negative',
  'bimcv',
  'mids',
  'synthetic',
] as const;
export type Release = (typeof RELEASES)[number];

/** Data under the BIMCV Research Use Agreement. */
export const needsAgreement = (release: Release): boolean => release.startsWith('bimcv');

/** Where a session's date comes from. */
export const DATE_SOURCES = ['none', 'table', 'sidecar'] as const;
export type DateSource = (typeof DATE_SOURCES)[number];

/** What the labels table says of a session: no row, a row without a label, or labels. */
export const LABEL_STATES = ['none', 'empty', 'labelled'] as const;
export type LabelState = (typeof LABEL_STATES)[number];

/** How an image's samples are stored, by its name or, once read, by its bytes. */
export const CONTAINERS = ['unknown', 'png', 'nifti', 'dicom'] as const;
export type Container = (typeof CONTAINERS)[number];

/** Whether a file was found, or only named by a table or an archive listing. */
export const PRESENCES = ['found', 'listed'] as const;
export type Presence = (typeof PRESENCES)[number];

/** How a mask came to its image: not at all, by its name, by SOP Instance UID, by its size, or by a file of many masks. */
export const MASK_MATCHES = ['none', 'name', 'uid', 'size', 'file'] as const;
export type MaskMatch = (typeof MASK_MATCHES)[number];

/** What phase 3 made of an image's sidecar or header. */
export const READ_STATES = ['unread', 'read', 'failed'] as const;

export interface SubjectTable {
  readonly count: number;
  readonly ids: readonly SubjectId[];
  readonly sex: readonly Sex[];
  /** Ages in years, one per distinct age in the participants table. */
  readonly ages: ListColumn;
  readonly rawAges: readonly string[];
  /** Rows of {@link SessionTable}, by date, undated ones last, then by id. */
  readonly sessions: ListColumn;
  /** Rows of {@link TestTable}, by date. */
  readonly tests: ListColumn;
  /** The same person's id in the other cohort, or an empty string. */
  readonly otherCohort: readonly string[];
}

/** The cells of a label row as filed. */
export interface RawLabelCells {
  readonly labels: string;
  readonly locations: string;
  readonly bySentence: string;
  readonly labelCuis: string;
  readonly locationCuis: string;
}

export interface SessionTable {
  readonly count: number;
  readonly ids: readonly SessionId[];
  /** Row of {@link SubjectTable}. */
  readonly subject: Uint32Array;
  /** yyyymmdd; 0 without a date. */
  readonly date: Uint32Array;
  /** Index into {@link DATE_SOURCES}. */
  readonly dateSource: Uint8Array;
  /** Index into {@link LABEL_STATES}. */
  readonly labelState: Uint8Array;
  /** Findings and diagnoses of the Labels cell, each once, as indices into `terms`. */
  readonly findings: ListColumn;
  /** Locations (`loc …`), each once, as indices into `terms`. */
  readonly locations: ListColumn;
  /** Labels and locations in sentence order, as indices into `terms`. */
  readonly bySentence: ListColumn;
  /** For each of `bySentence.values` what the cell tells of its sentence: index into `ITEM_HINTS`. */
  readonly bySentenceHints: Uint8Array;
  /** What `unchanged` stands for. */
  readonly unchanged: UnchangedTable;
  /** The rules about texts that found something, as bits; 0 while they were not asked. */
  readonly textRules: Uint8Array;
  /** Rows of {@link ImageTable}, in display order. */
  readonly images: ListColumn;
  /** Rows of {@link MaskTable}. */
  readonly masks: ListColumn;
  /** Report texts of the sessions table, with their own line breaks. */
  readonly reports: readonly (readonly string[])[];
  /** Report of the labels table: lower case, no accents, sentences divided by ` . `. */
  readonly normalisedReport: readonly string[];
  readonly rawLabels: readonly (RawLabelCells | undefined)[];
}

export interface ImageTable {
  readonly count: number;
  readonly paths: readonly DatasetPath[];
  /** Row of {@link SessionTable}. */
  readonly session: Uint32Array;
  /** Index into {@link CONTAINERS}. */
  readonly container: Uint8Array;
  /** Index into `modalities`: from sidecar or header once read, else from the name. */
  readonly modality: Uint32Array;
  readonly modalities: readonly string[];
  /** Index into `views`: the projection to show, empty when unknown or not a film. */
  readonly view: Uint32Array;
  /** 1 where the projection of the name and the one read disagree. */
  readonly viewConflict: Uint8Array;
  readonly views: readonly string[];
  /** Images with the same number are shown as one stack. */
  readonly series: Uint32Array;
  /** Index into `sidecars`; −1 without one. */
  readonly sidecar: Int32Array;
  readonly sidecars: readonly DatasetPath[];
  /** 1 where the sidecar belongs to a sibling of the same series. */
  readonly sidecarShared: Uint8Array;
  /** Index into {@link PRESENCES}. */
  readonly presence: Uint8Array;
  /** Index into {@link READ_STATES}. */
  readonly readState: Uint8Array;
}

export interface TestTable {
  readonly count: number;
  /** Row of {@link SubjectTable}. */
  readonly subject: Uint32Array;
  readonly date: Uint32Array;
  readonly kind: readonly TestKind[];
  readonly result: readonly TestResult[];
  readonly raw: readonly { readonly test: string; readonly result: string; readonly date: string }[];
}

export interface MaskTable {
  readonly count: number;
  readonly paths: readonly DatasetPath[];
  /** Row of {@link ImageTable}; −1 while no image matches. */
  readonly image: Int32Array;
  /** Index into {@link MASK_MATCHES}. */
  readonly match: Uint8Array;
  /** Place of the image in a file that has masks of many images, from 0; −1 for a mask in a file of its own. */
  readonly entry: Int32Array;
  /** File with the names of the label values, or an empty string. */
  readonly names: readonly string[];
}

/**
 * Word index over ids, labels, CUIs and report words: sorted tokens without accents or capitals,
 * and for each the sorted session rows that hold it.
 */
export interface SearchTable {
  readonly tokens: readonly string[];
  readonly rows: ListColumn;
}

export type PhaseState = 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';

export interface IndexProgress {
  readonly tables: PhaseState;
  readonly files: PhaseState;
  /** Files met so far. */
  readonly filesFound: number;
  readonly readings: PhaseState;
  /** Images whose sidecar or header was read, and how many there are to read. */
  readonly readingsDone: number;
  readonly readingsTotal: number;
}

/** Of a dataset that was just opened: its tables are read first. */
export const NOT_BEGUN: IndexProgress = {
  tables: 'running',
  files: 'waiting',
  filesFound: 0,
  readings: 'waiting',
  readingsDone: 0,
  readingsTotal: 0,
};

/** The label graph as the dataset itself has it. */
export interface DatasetTree {
  /** The files that it was read from. */
  readonly paths: readonly DatasetPath[];
  /** The bundled terms with the parents that the files give them, and the terms that only the files have. */
  readonly terms: readonly Term[];
  /** Labels that the files name. */
  readonly named: readonly string[];
}

/** Everything known of a dataset, immutable; a later state is a new object. */
export interface DatasetTables {
  readonly name: string;
  readonly release: Release;
  /** Folders of the dataset that hold subjects or tables; the empty string is the folder that was opened. */
  readonly roots: readonly string[];
  readonly progress: IndexProgress;
  /** Labels and locations as filed, trimmed. */
  readonly terms: readonly string[];
  readonly subjects: SubjectTable;
  readonly sessions: SessionTable;
  readonly images: ImageTable;
  readonly tests: TestTable;
  readonly masks: MaskTable;
  readonly search: SearchTable;
  readonly issues: readonly Issue[];
  /** Undefined where no file of the dataset has it: then the bundled graph counts. */
  readonly tree: DatasetTree | undefined;
  /** Whether every report was compared with its labels. */
  readonly textsChecked: boolean;
}

/** What the library filters by, of every session. */
export interface FilterColumns {
  readonly facets: Readonly<Record<FacetKey, FacetColumn>>;
  /** Findings and places, with all above them or alone, without and with those that `unchanged` stands for. */
  readonly terms: Readonly<
    Record<TermScope, Readonly<Record<UnchangedReading, Readonly<Record<ResolvedKey, FacetColumn>>>>>
  >;
  readonly ranges: Readonly<Record<RangeKey, RangeColumn>>;
}

/** Everything known of a dataset, with what the library filters by made ready where it is read: in the worker. */
export interface DatasetIndex extends DatasetTables {
  readonly filters: FilterColumns;
}

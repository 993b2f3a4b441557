import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sessionRecord, type SessionRecord } from './session-record.ts';
import { tsvComment, tsvLine } from './tsv-cell.ts';

export type ExportKind = 'tsv' | 'json';

export interface ExportFacts {
  /** What the file was made of: the name of the dataset and the address of the view. */
  readonly dataset: string;
  readonly query: string;
  /** ISO 8601. */
  readonly at: string;
  readonly fileName: string;
}

const COLUMNS = [
  'subject',
  'session',
  'date',
  'date_source',
  'ages',
  'sex',
  'modalities',
  'projections',
  'images',
  'images_missing',
  'masks',
  'label_state',
  'labels',
  'label_cuis',
  'labels_inherited',
  'locations',
  'location_cuis',
  'locations_inherited',
  'tests',
  'report',
] as const satisfies readonly (keyof SessionRecord)[];

/** Lines before the one with the names of the columns. */
export const COMMENT_LINES = 5;

/** Sessions written between two pauses. */
const CHUNK = 1000;

/** The line of Python that reads an exported table. */
export const pandasLine = (fileName: string): string =>
  `pd.read_csv(${JSON.stringify(fileName)}, sep="\\t", skiprows=${COMMENT_LINES}, dtype=str, keep_default_na=False)`;

function tsvHead({ dataset, query, at, fileName }: ExportFacts): string {
  return [
    tsvComment(`midscope sessions 1; dataset ${dataset}; ${at}; research use only, not for diagnosis`),
    tsvComment(`view: ${query}`),
    tsvComment(
      'Lists are JSON arrays. label_cuis and labels are separate lists as filed; they are not pairs.',
    ),
    tsvComment(
      "A cell that would begin with = + - @ ' a tab or a carriage return has one ' before it: take it away to get the value.",
    ),
    tsvComment(pandasLine(fileName)),
    tsvLine(COLUMNS),
  ].join('');
}

const cellText = (value: SessionRecord[keyof SessionRecord]): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const tsvRow = (record: SessionRecord): string => tsvLine(COLUMNS.map((name) => cellText(record[name])));

function jsonHead({ dataset, query, at }: ExportFacts): string {
  const notes = [
    'label_cuis and labels are separate lists as filed; they are not pairs.',
    'research use only, not for diagnosis',
  ];
  return JSON.stringify({ format: 'midscope-sessions', version: 1, dataset, query, exported: at, notes });
}

/**
 * The rows of a list as a file, in pieces; `pause` is awaited between them so that a page stays alive.
 *
 * @throws an AbortError once `signal` is aborted
 */
export async function exportSessions(
  index: DatasetIndex,
  rows: Uint32Array,
  kind: ExportKind,
  facts: ExportFacts,
  { signal, pause }: { readonly signal: AbortSignal; readonly pause: () => Promise<void> },
): Promise<readonly string[]> {
  const pieces = [kind === 'tsv' ? tsvHead(facts) : `${jsonHead(facts).slice(0, -1)},"sessions":[\n`];
  for (let start = 0; start < rows.length; start += CHUNK) {
    signal.throwIfAborted();
    const records = Array.from(rows.subarray(start, start + CHUNK), (row) => sessionRecord(index, row));
    pieces.push(
      kind === 'tsv'
        ? records.map(tsvRow).join('')
        : (start > 0 ? ',\n' : '') + records.map((record) => JSON.stringify(record)).join(',\n'),
    );
    await pause();
  }
  return kind === 'tsv' ? pieces : [...pieces, '\n]}\n'];
}

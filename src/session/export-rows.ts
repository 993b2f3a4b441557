import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../domain/dataset/library-query.ts';
import type { Issue } from '../domain/issues.ts';
import { exportIssues } from '../formats/export/export-issues.ts';
import { exportSessions, pandasLine, type ExportKind } from '../formats/export/export-sessions.ts';
import { writeQuery } from './query-url.ts';

export interface RowsFile {
  readonly name: string;
  readonly content: Blob;
}

const TYPES: Readonly<Record<ExportKind, string>> = {
  tsv: 'text/tab-separated-values;charset=utf-8',
  json: 'application/json',
};

const fileStem = (index: DatasetIndex): string => index.name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
const fileName = (index: DatasetIndex, kind: ExportKind): string => `${fileStem(index)}-sessions.${kind}`;

/** The line of Python that reads the table of {@link exportRows}. */
export const pandasLineFor = (index: DatasetIndex): string => pandasLine(fileName(index, 'tsv'));

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume));

/** The sessions of a list as a file. */
export async function exportRows(
  index: DatasetIndex,
  rows: Uint32Array,
  query: LibraryQuery,
  kind: ExportKind,
  signal: AbortSignal,
): Promise<RowsFile> {
  const name = fileName(index, kind);
  const facts = {
    dataset: index.name,
    query: `/library?${writeQuery(query).toString()}`,
    at: new Date().toISOString(),
    fileName: name,
  };
  const pieces = await exportSessions(index, rows, kind, facts, { signal, pause });
  return { name, content: new Blob([...pieces], { type: TYPES[kind] }) };
}

/** What is wrong with the dataset as a file. */
export const exportHealth = (index: DatasetIndex, issues: readonly Issue[]): RowsFile => ({
  name: `${fileStem(index)}-health.tsv`,
  content: new Blob([exportIssues(index.name, issues, new Date().toISOString())], { type: TYPES.tsv }),
});

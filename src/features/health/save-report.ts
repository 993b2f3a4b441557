import { severityOf, type Issue } from '../../domain/issues.ts';

/** A cell that neither breaks the table nor begins a formula in a spreadsheet. */
const cell = (value: string): string => value.replace(/[\t\r\n]+/g, ' ').replace(/^([=+\-@])/, "'$1");

const COLUMNS = ['severity', 'code', 'subject', 'session', 'path', 'facts'] as const;

/** The issues as tab-separated values with a header. */
function issuesAsTsv(issues: readonly Issue[]): string {
  const rows = issues.map(({ code, subject = '', session = '', path = '', facts }) =>
    [severityOf(code), code, subject, session, path, facts ? JSON.stringify(facts) : ''].map(cell).join('\t'),
  );
  return [COLUMNS.join('\t'), ...rows, ''].join('\n');
}

/** Lets the browser save the report as a file. */
export function saveReport(dataset: string, issues: readonly Issue[]): void {
  const blob = new Blob([issuesAsTsv(issues)], { type: 'text/tab-separated-values' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${dataset}-health.tsv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

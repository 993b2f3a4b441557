import { severityOf, type Issue } from '../../domain/issues.ts';
import { tsvComment, tsvLine } from './tsv-cell.ts';

const COLUMNS = ['severity', 'code', 'subject', 'session', 'path', 'facts'] as const;

/** Facts of an issue without what the file holds there: it may be a line of a report, a name or a birth date. */
function factsText({ facts }: Issue): string {
  if (!facts) return '';
  return JSON.stringify(Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'value')));
}

/** The issues of a dataset as tab-separated values below two lines of comment; `at` as ISO 8601. */
export function exportIssues(dataset: string, issues: readonly Issue[], at: string): string {
  return [
    tsvComment(`midscope health 1; dataset ${dataset}; ${at}; research use only, not for diagnosis`),
    tsvComment('Texts of the files themselves are left out of the facts.'),
    tsvLine(COLUMNS),
    ...issues.map((issue) => {
      const { code, subject = '', session = '', path = '' } = issue;
      return tsvLine([severityOf(code), code, subject, session, path, factsText(issue)]);
    }),
  ].join('');
}

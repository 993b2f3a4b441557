import type { CohortLinkRow, ParsedTable } from '../../domain/dataset/rows.ts';
import { subjectId } from '../names/ids.ts';
import { excerpt } from './cell.ts';
import { parseTable } from './parse-table.ts';

/** Header names of the two cohorts in `listjoin_ok.tsv`, lower case. */
export const COHORT_COLUMNS = { negative: ['covid19_neg'], positive: ['covid19_posi'] } as const;

/** Reads `listjoin_ok.tsv`: people who are in both cohorts under different ids. A row without both gives `TABLE_ROW`. */
export const parseCohortLinks = (text: string): ParsedTable<CohortLinkRow> =>
  parseTable(text, {
    columns: COHORT_COLUMNS,
    required: ['negative', 'positive'],
    identify: () => ({}),
    read: (cell, _ids, report) => {
      const negative = subjectId(cell('negative'));
      const positive = subjectId(cell('positive'));
      if (negative !== undefined && positive !== undefined) return { negative, positive };
      report('TABLE_ROW', { value: excerpt(`${cell('negative')} ${cell('positive')}`) });
      return undefined;
    },
  });

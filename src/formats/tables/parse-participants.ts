import type { ParsedTable, ParticipantRow, Sex } from '../../domain/dataset/rows.ts';
import { subjectId } from '../names/ids.ts';
import { excerpt, isMissing } from './cell.ts';
import { readListCell } from './list-cell.ts';
import { parseTable, rowIds, type Report } from './parse-table.ts';

/** Header names, lower case. */
export const PARTICIPANT_COLUMNS = {
  participant: ['participant', 'participant_id', 'subject', 'subject_id'],
  modalities: ['modality_dicom', 'modalities', 'modality'],
  age: ['age', 'ages'],
  sex: ['gender', 'sex'],
} as const;

const SEX_OF_WORD: ReadonlyMap<string, Sex> = new Map([
  ['m', 'M'],
  ['male', 'M'],
  ['f', 'F'],
  ['female', 'F'],
  ['o', 'O'],
  ['other', 'O'],
]);

/** A list, or one value without brackets as the MIDS examples have it. */
function itemsOf(cell: string, column: string, report: Report): readonly string[] {
  if (!cell.includes('[')) return isMissing(cell) ? [] : [cell];
  const { cell: list, fault } = readListCell(cell);
  if (fault !== undefined) report('LIST_CELL', { column, value: excerpt(cell) });
  return list.items;
}

/** Ages in years: `67`, `67.0`, or a DICOM Age String (PS3.5 section 6.2) in years, `067Y`. */
function agesOf(cell: string, report: Report): number[] {
  const ages: number[] = [];
  for (const item of itemsOf(cell, 'age', report)) {
    const years = /^(\d{1,3}(?:\.\d{1,9})?)Y?$/i.exec(item)?.[1];
    if (years !== undefined) ages.push(Number(years));
    else report('LIST_CELL', { column: 'age', value: excerpt(item) });
  }
  return ages;
}

/**
 * Reads `participants.tsv` of the four releases, of MIDS 2019, the MIDS examples, xnat2mids and dcm2mids.
 * A row that names no subject (the folder `derivatives`) gives `PARTICIPANT_STRAY` and is left out.
 * Birth dates are not read.
 */
export const parseParticipants = (text: string): ParsedTable<ParticipantRow> =>
  parseTable(text, {
    columns: PARTICIPANT_COLUMNS,
    required: ['participant'],
    identify: (cell) => rowIds(subjectId(cell('participant'))),
    read: (cell, { subject }, report) => {
      if (subject === undefined) {
        report('PARTICIPANT_STRAY', { value: excerpt(cell('participant')) });
        return undefined;
      }
      const raw = { age: cell('age'), sex: cell('sex'), modalities: cell('modalities') };
      return {
        subject,
        ages: agesOf(raw.age, report),
        sex: SEX_OF_WORD.get(raw.sex.toLowerCase()) ?? 'unknown',
        modalities: itemsOf(raw.modalities, 'modality', report),
        raw,
      };
    },
  });

import type { LabelRow, ListCell, ParsedTable } from '../../domain/dataset/rows.ts';
import { sessionId, subjectId } from '../names/ids.ts';
import { excerpt, isMissing } from './cell.ts';
import { readListCell, type ListReading } from './list-cell.ts';
import { parseTable, rowIds, type Report } from './parse-table.ts';

/** Header names, lower case. */
export const LABEL_COLUMNS = {
  patient: ['patientid', 'participant', 'subject'],
  session: ['reportid', 'session', 'session_id'],
  report: ['report'],
  labels: ['labels'],
  locations: ['localizations'],
  bySentence: ['labelslocalizationsbysentence'],
  labelCuis: ['labelcuis'],
  locationCuis: ['localizationscuis'],
} as const;

function listOf(cell: string, column: string, report: Report): ListReading {
  const reading = readListCell(cell);
  const kept = reading.cell.items.length;
  if (reading.fault === 'truncated') report('LABEL_TRUNCATED', { column, kept });
  if (reading.fault === 'malformed') report('LIST_CELL', { column, value: excerpt(cell) });
  return reading;
}

function reportLengths(column: string, terms: ListReading, cuis: ListReading, report: Report): void {
  const unknown = terms.fault !== undefined || cuis.fault !== undefined || isMissing(cuis.cell.raw);
  if (!unknown && terms.places !== cuis.places)
    report('CUI_LENGTH', { column, labels: terms.places, cuis: cuis.places });
}

function reportDuplicates(column: string, { items }: ListCell, report: Report): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const item of items) (seen.has(item) ? repeated : seen).add(item);
  if (repeated.size > 0) report('LABEL_DUPLICATE', { column, labels: excerpt([...repeated].join(', ')) });
}

/**
 * Reads the labels table of any release (the one with a column `ReportID`, which is the session). Every row is kept
 * as filed: labels are not looked up, nor paired with CUIs, whose number differs wherever a label has none.
 * Issues: `LABEL_TRUNCATED`, `LIST_CELL`, `CUI_LENGTH` (places, holes counted), `LABEL_DUPLICATE`.
 */
export const parseLabels = (text: string): ParsedTable<LabelRow> =>
  parseTable(text, {
    columns: LABEL_COLUMNS,
    required: ['patient', 'session', 'labels'],
    identify: (cell) => rowIds(subjectId(cell('patient')), sessionId(cell('session'))),
    read: (cell, { subject, session }, report) => {
      if (subject === undefined || session === undefined) {
        report('TABLE_ROW', { value: excerpt(`${cell('patient')} ${cell('session')}`) });
        return undefined;
      }
      const labels = listOf(cell('labels'), 'Labels', report);
      const locations = listOf(cell('locations'), 'Localizations', report);
      const bySentence = listOf(cell('bySentence'), 'LabelsLocalizationsBySentence', report);
      const labelCuis = listOf(cell('labelCuis'), 'labelCUIS', report);
      const locationCuis = listOf(cell('locationCuis'), 'LocalizationsCUIS', report);
      reportLengths('Labels', labels, labelCuis, report);
      reportLengths('Localizations', locations, locationCuis, report);
      reportDuplicates('Labels', labels.cell, report);
      reportDuplicates('Localizations', locations.cell, report);
      return {
        subject,
        session,
        report: isMissing(cell('report')) ? '' : cell('report'),
        labels: labels.cell,
        locations: locations.cell,
        bySentence: bySentence.cell,
        labelCuis: labelCuis.cell,
        locationCuis: locationCuis.cell,
      };
    },
  });

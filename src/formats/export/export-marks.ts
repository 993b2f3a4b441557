import { markRecord, type MarkRecord, type ScaledMark } from './mark-record.ts';
import { guardFormula } from './tsv-cell.ts';

export interface MarkFacts {
  readonly dataset: string;
  /** ISO 8601. */
  readonly at: string;
}

const COLUMNS = [
  'subject',
  'session',
  'image',
  'frame',
  'plane',
  'layer',
  'slab',
  'slab_mm',
  'tool',
  'name',
  'value',
  'unit',
  'short_axis',
  'cardiac_width',
  'thoracic_width',
  'ratio_basis',
  'mean',
  'sd',
  'min',
  'max',
  'pixels',
  'values_in',
  'length_unit',
  'row_mm',
  'column_mm',
  'points',
  'points_lps',
  'columns',
  'rows',
  'created',
  'changed',
  'id',
] as const satisfies readonly (keyof MarkRecord)[];

/** A cell by RFC 4180. Texts that a spreadsheet would take for a formula are guarded; numbers stay numbers. */
function csvCell(value: MarkRecord[keyof MarkRecord]): string {
  if (value === null) return '';
  const text =
    typeof value === 'number'
      ? String(value)
      : guardFormula(typeof value === 'string' ? value : JSON.stringify(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Marks as comma-separated values, RFC 4180: names first, a line each. */
export function marksAsCsv(marks: readonly ScaledMark[]): string {
  const rows = marks.map((each) => {
    const record = markRecord(each);
    return COLUMNS.map((name) => csvCell(record[name])).join(',');
  });
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Marks as JSON, with what their points and units mean. */
export function marksAsJson(marks: readonly ScaledMark[], { dataset, at }: MarkFacts): string {
  const file = {
    format: 'midscope-measurements',
    version: 1,
    dataset,
    exported: at,
    notes: [
      'research use only, not for diagnosis',
      'points are columns and rows with fractions, from the corner of the first pixel; points_lps are mm in the patient',
      'lengths are in length_unit, areas in its square; sd is that of the population',
    ],
    measurements: marks.map(markRecord),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

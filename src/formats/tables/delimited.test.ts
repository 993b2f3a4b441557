import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelimited, splitCells, splitLines } from './delimited.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('cells of a line', () => {
  test('cells end at tabs, a last tab opens an empty cell', () => {
    expect(splitCells('a\t\tb\t', '\t')).toEqual(['a', '', 'b', '']);
    expect(splitCells('', '\t')).toEqual(['']);
  });

  test('a quoted cell may hold tabs and doubled quotes', () => {
    expect(splitCells(`"['a'\t 'b']"\tx`, '\t')).toEqual([`['a'\t 'b']`, 'x']);
    expect(splitCells('"dijo ""no""\t"\t""', '\t')).toEqual(['dijo "no"\t', '']);
  });

  test('a quote that does not close is part of the text', () => {
    expect(splitCells('"a\tb', '\t')).toEqual(['"a', 'b']);
    expect(splitCells('"""\tb', '\t')).toEqual(['"""', 'b']);
  });

  test('a quote that closes within the cell is part of the text', () => {
    expect(splitCells('"uno" y dos\tb', '\t')).toEqual(['"uno" y dos', 'b']);
  });

  test('cells written with quotes read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', "'", ',', ' ', 'ñ') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(splitCells(cells.map(quoted).join('\t'), '\t')).toEqual(cells);
      }),
    );
  });

  test('cells without tabs and quotes read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', "'", ',', ' ', '[') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(splitCells(cells.join('\t'), '\t')).toEqual(cells);
      }),
    );
  });
});

describe('tables', () => {
  test('lines end with LF, CRLF or CR', () => {
    expect(splitLines('a\r\nb\rc\n\n')).toEqual(['a', 'b', 'c', '']);
  });

  test('column names are trimmed lower case, lines are counted from 1, blank ones are left out', () => {
    expect(readDelimited('\ufeffPatientID\t Age \n\nsub-1\t5\n\t\nsub-2\t6\n')).toEqual({
      columns: ['patientid', 'age'],
      rows: [
        { line: 3, cells: ['sub-1', '5'] },
        { line: 5, cells: ['sub-2', '6'] },
      ],
    });
  });

  test('a header with blanks between the names over rows with tabs has as many names as the rows have cells', () => {
    const { columns, rows } = readDelimited('participant age gender\tpartition\nsub-1\t39\tM\ttr\n');
    expect(columns).toEqual(['participant', 'age', 'gender', 'partition']);
    expect(rows).toEqual([{ line: 2, cells: ['sub-1', '39', 'M', 'tr'] }]);
  });

  test('names that hold blanks stay whole where the rows agree', () => {
    expect(readDelimited("filename\tPatient's Sex (00100040)\na.png\tM\n").columns).toEqual([
      'filename',
      "patient's sex (00100040)",
    ]);
  });

  test.each([
    ['a;b\n1;2\n', ['1', '2']],
    ['a,b\n"1,5",2\n', ['1,5', '2']],
    ['a b\n1   2\n', ['1', '2']],
  ])('%j is delimited as its header is', (text, cells) => {
    const table = readDelimited(text);
    expect(table.columns).toEqual(['a', 'b']);
    expect(table.rows[0]?.cells).toEqual(cells);
  });

  test('no text has no rows', () => {
    expect(readDelimited('').rows).toEqual([]);
    expect(readDelimited('\n \n').rows).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Millimetres } from '../../domain/brand.ts';
import type { Mark } from '../../domain/measure/measurement.ts';
import { pts } from '../../domain/measure/test-points.ts';
import { marksAsCsv, marksAsJson } from './export-marks.ts';
import type { ScaledMark } from './mark-record.ts';
import { unguardFormula } from './tsv-cell.ts';

const MARK: Mark = {
  id: '6f1c2a34-0000-4000-8000-000000000001',
  tool: 'length',
  subject: 'sub-S1',
  session: 'ses-E1',
  picture: {
    place: { kind: 'image', path: 'a_dx.png', frame: 0 },
    columns: 512,
    rows: 512,
    spacing: { kind: 'none' },
    basis: 'pa',
  },
  points: pts('10,10 22,18'),
  text: '',
  createdAt: 0,
  changedAt: 1_000,
};

const scaled = (more: Partial<Mark> = {}): ScaledMark => ({
  mark: { ...MARK, ...more },
  scale: { kind: 'detector', rowMm: 0.5 as Millimetres, columnMm: 0.25 as Millimetres },
});

/** Cells of RFC 4180, letter by letter. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && (letter === ',' || (letter === '\r' && text[at + 1] === '\n'))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\r') {
        rows.push([]);
        at += 1;
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

const recordOf = (csv: string): Readonly<Record<string, string>> => {
  const [names = [], row = []] = cellsOf(csv);
  expect(row).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
};

describe('marks as CSV', () => {
  it('have a line each, with values, units and points', () => {
    expect(recordOf(marksAsCsv([scaled()]))).toMatchObject({
      subject: 'sub-S1',
      image: 'a_dx.png',
      frame: '0',
      plane: '',
      tool: 'length',
      value: '5',
      unit: 'mm at detector',
      row_mm: '0.5',
      column_mm: '0.25',
      points: '[[10,10],[22,18]]',
      created: '1970-01-01T00:00:00.000Z',
      changed: '1970-01-01T00:00:01.000Z',
    });
  });

  it('keep negative numbers numbers, and words words', () => {
    const statistics = { count: 1, mean: -412.5, sd: 0, min: -412.5, max: -412.5, unit: 'HU' } as const;
    const probe = { tool: 'probe', points: pts('1.5,1.5'), statistics } as const;
    expect(recordOf(marksAsCsv([scaled({ ...probe, text: '-3 cm' })]))).toMatchObject({
      value: '-412.5',
      mean: '-412.5',
      unit: 'HU',
      name: "'-3 cm",
    });
  });

  it('give back every name, and no name begins a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ',', '\n'), fc.string())
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (name) => {
        const cell = recordOf(marksAsCsv([scaled({ text: name })]))['name'] ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardFormula(cell)).toBe(name);
      }),
    );
  });
});

describe('marks as JSON', () => {
  it('say what they are, and place a plane in the patient', () => {
    const plane = scaled({
      picture: {
        ...MARK.picture,
        place: {
          kind: 'plane',
          path: 'b_ct.nii.gz',
          plane: 'coronal',
          layer: 7,
          slab: { mode: 'max', thickness: 10 },
          orientation: 'LPH',
        },
        patient: { corner: [-100, 20, 50], right: [2, 0, 0], down: [0, 0, -5] },
      },
    });
    const file = JSON.parse(marksAsJson([plane], { dataset: 'x', at: '2026-01-02T03:04:05Z' })) as object;
    expect(file).toMatchObject({
      format: 'midscope-measurements',
      version: 1,
      dataset: 'x',
      measurements: [
        {
          frame: null,
          plane: 'coronal',
          layer: 7,
          slab: 'max',
          slab_mm: 10,
          points_lps: [
            [-80, 20, 0],
            [-56, 20, -40],
          ],
        },
      ],
    });
  });
});

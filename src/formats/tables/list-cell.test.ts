import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readListCell } from './list-cell.ts';

const itemsOf = (cell: string): readonly string[] => readListCell(cell).cell.items;

const spacedOf = (cell: string): readonly boolean[] | undefined => readListCell(cell).cell.spaced;

describe('the dialects', () => {
  test('a comma list loses the blanks inside its items', () => {
    expect(readListCell("['unchanged', 'COVID 19', ' pneumonia']")).toEqual({
      cell: {
        items: ['unchanged', 'COVID 19', 'pneumonia'],
        spaced: [false, false, true],
        raw: "['unchanged', 'COVID 19', ' pneumonia']",
      },
      places: 3,
    });
  });

  test('blanks are told where they tell items apart', () => {
    expect(spacedOf("['a', ' b', 'loc c', 'd']")).toEqual([false, true, false, false]);
    // Dropped items leave no place behind.
    expect(spacedOf("['a', '', ' b', 'c']")).toEqual([false, true, false]);
    // A list that was joined and split has a blank before every item but the first.
    expect(spacedOf("['a', ' b', ' c']")).toBeUndefined();
    expect(spacedOf("['a', 'b', 'c']")).toBeUndefined();
    expect(spacedOf('[]')).toBeUndefined();
  });

  test('tabs may stand for the commas, with codes likewise', () => {
    expect(itemsOf("['increased density'\t 'loc basal'\t '']")).toEqual(['increased density', 'loc basal']);
    expect(itemsOf('[C1443940\t C0205307]')).toEqual(['C1443940', 'C0205307']);
  });

  test('codes without quotes may leave holes, which count as places', () => {
    expect(readListCell('[C0006267,,C5203671]')).toMatchObject({
      cell: { items: ['C0006267', 'C5203671'] },
      places: 3,
    });
    expect(readListCell('[,C0006267,]').places).toBe(3);
    expect(readListCell('[C1443940]').places).toBe(1);
    expect(readListCell('[]').places).toBe(0);
  });

  test('lists of lists keep their groups', () => {
    expect(readListCell("[['unchanged'], [], ['normal', 'loc cardiac', '']]").cell).toMatchObject({
      items: ['unchanged', 'normal', 'loc cardiac'],
      groups: [['unchanged'], [], ['normal', 'loc cardiac']],
    });
    expect(readListCell("[['HEAD'],['HEAD']]").cell.groups).toEqual([['HEAD'], ['HEAD']]);
    expect(readListCell("['a', ['b', 'c'], 'd']").cell.groups).toEqual([['a'], ['b', 'c'], ['d']]);
    expect(readListCell("['a']").cell).not.toHaveProperty('groups');
  });

  test('a numpy array has blanks between its items', () => {
    expect(readListCell("['C0032285' 'C5203670' '']")).toMatchObject({
      cell: { items: ['C0032285', 'C5203670'] },
      places: 3,
    });
    expect(itemsOf("['a'\n 'b']")).toEqual(['a', 'b']);
  });

  test.each(['', '  ', 'nan', 'NaN', 'None', '[]', "['']", '[nan]'])(
    '%j has no items and no fault',
    (cell) => {
      const reading = readListCell(cell);
      expect(reading.cell.items).toEqual([]);
      expect(reading).not.toHaveProperty('fault');
    },
  );

  test('escapes are those of Python', () => {
    expect(
      itemsOf(String.raw`['Base derecha.\nSenos\tlibres.', 'd\'Orsay \\ \x41\u00f3\U0001f600']`),
    ).toEqual(['Base derecha.\nSenos\tlibres.', "d'Orsay \\ Aó😀"]);
    expect(itemsOf(String.raw`['\q \x4 \ud']`)).toEqual([String.raw`\q \x4 \ud`]);
  });

  test('an item with an apostrophe is in double quotes', () => {
    expect(itemsOf(`["d'Orsay", 'b']`)).toEqual(["d'Orsay", 'b']);
    expect(itemsOf(`["x, ]", 'b']`)).toEqual(['x, ]', 'b']);
  });
});

describe('broken cells', () => {
  test('an item cut mid-word is dropped, those before it are kept', () => {
    expect(readListCell("['normal', 'COVID 19', 'pneumon")).toMatchObject({
      cell: { items: ['normal', 'COVID 19'] },
      fault: 'truncated',
      cut: 'pneumon',
    });
    expect(readListCell('[C0006267,C52036')).toMatchObject({
      cell: { items: ['C0006267'] },
      fault: 'truncated',
    });
  });

  test.each(["['a', 'b'", "['a', 'b', ", "['a', 'b', '", "[['a'], ['b']", `"['a', 'b'`])(
    '%j keeps the items that are whole',
    (cell) => {
      expect(readListCell(cell)).toMatchObject({ cell: { items: ['a', 'b'] }, fault: 'truncated' });
    },
  );

  test.each(['normal', '{"a": 1}', ']', "'a', 'b'", ')['])('%j is no list', (cell) => {
    expect(readListCell(cell)).toMatchObject({ cell: { items: [], raw: cell }, fault: 'malformed' });
  });

  test('text after the list and between items is a fault that leaves the items alone', () => {
    expect(readListCell("['a'] b")).toMatchObject({ cell: { items: ['a'] }, fault: 'malformed' });
    expect(readListCell("['a']]")).toMatchObject({ cell: { items: ['a'] }, fault: 'malformed' });
    expect(readListCell("['a'x, 'b']")).toMatchObject({ cell: { items: ['a', 'b'] }, fault: 'malformed' });
  });

  test('the raw cell stays as filed', () => {
    expect(readListCell(" ['a' ").cell.raw).toBe(" ['a' ");
  });
});

/** As Python's repr writes a string: single quotes unless it holds single and no double ones. */
function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '[', ']', ',', ' ', '\t', '\n', 'a', 'ñ'),
    maxLength: 12,
  }),
);
const kept = (items: readonly string[]): string[] =>
  items.map((item) => item.trim()).filter((item) => item !== '');

describe('any list', () => {
  test.each([
    ['commas', ', '],
    ['commas without blanks', ','],
    ['tabs', '\t '],
    ['blanks', ' '],
    ['line breaks', '\n '],
  ])('of strings reads back trimmed and without empties, written with %s', (_name, separator) => {
    fc.assert(
      fc.property(fc.array(text), (items) => {
        const reading = readListCell(`[${items.map(repr).join(separator)}]`);
        expect(reading.cell.items).toEqual(kept(items));
        expect(reading.places).toBe(items.length);
        expect(reading.fault).toBeUndefined();
      }),
    );
  });

  test('of codes without quotes reads back', () => {
    const code = fc.oneof(
      fc.constant(''),
      fc.stringMatching(/^C\d{7}$/),
      fc.constantFrom('normal', 'loc basal'),
    );
    fc.assert(
      fc.property(fc.array(code, { minLength: 2 }), fc.constantFrom(',', '\t'), (codes, separator) => {
        const { cell, places, fault } = readListCell(`[${codes.join(separator)}]`);
        expect(cell.items).toEqual(kept(codes));
        expect([places, fault]).toEqual([codes.length, undefined]);
      }),
    );
  });

  test('of lists reads back with its groups', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text), { minLength: 1 }), (groups) => {
        const written = groups.map((group) => `[${group.map(repr).join(', ')}]`).join(', ');
        const { cell, fault } = readListCell(`[${written}]`);
        expect(cell.groups).toEqual(groups.map(kept));
        expect(cell.items).toEqual(kept(groups.flat()));
        expect(fault).toBeUndefined();
      }),
    );
  });

  test('cut anywhere inside keeps a beginning of its items and says that it is cut', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), fc.nat(), (items, at) => {
        const whole = `[${items.map(repr).join(', ')}]`;
        const { cell, fault } = readListCell(whole.slice(0, 1 + (at % (whole.length - 1))));
        expect(fault).toBe('truncated');
        expect(kept(items).slice(0, cell.items.length)).toEqual(cell.items);
      }),
    );
  });
});

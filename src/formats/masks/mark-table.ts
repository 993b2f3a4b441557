import { MidscopeError } from '../../domain/error.ts';
import { fillPolygons } from '../../domain/segmentation/fill-polygons.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import { decodeText } from '../tables/decode-text.ts';
import { readDelimited } from '../tables/delimited.ts';
import type { DecodedMask, MaskContext, MaskMark } from './decoded-mask.ts';
import { maskFault } from './mask-place.ts';

/** The longest table that is read. */
const MAX_MARK_TABLE_BYTES = 2 ** 24;
const MAX_POINTS = 2 ** 18;
const MAX_LABEL = 255;

/** One outline of the table, in the order of its points: image pixel space, (0, 0) the top left corner. */
export interface TableMark {
  /** Label value, from 1. */
  readonly value: number;
  /** Name as filed; empty without one. */
  readonly name: string;
  /** x and y in turn. */
  readonly points: readonly number[];
}

const COLUMNS = ['mark', 'type', 'idx', 'x', 'y', 'label'] as const;

/** Whether the first line of a text names the columns of such a table, in any order. */
export function isMarkTable(text: string): boolean {
  const { columns } = readDelimited(text.slice(0, 4_096));
  return COLUMNS.every((name) => columns.includes(name));
}

/**
 * Reads the table that xnat2mids writes beside a label map: a line per point with its mark, the mark's name (`Type`),
 * the point's place in the outline (`idx`), x, y, and the label's value.
 *
 * @throws MidscopeError MASK_INVALID: `unknown-format` for another table, `not-points` for lines without numbers,
 * `outline-too-long`; IMAGE_TOO_LARGE.
 */
export function parseMarkTable(text: string): readonly TableMark[] {
  if (text.length > MAX_MARK_TABLE_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: text.length });
  if (!isMarkTable(text)) throw maskFault('unknown-format');
  const { columns, rows } = readDelimited(text);
  if (rows.length > MAX_POINTS) throw maskFault('outline-too-long');
  const at = Object.fromEntries(COLUMNS.map((name) => [name, columns.indexOf(name)]));
  const marks = new Map<string, TableMark & { readonly rows: { idx: number; x: number; y: number }[] }>();
  for (const { cells } of rows) {
    const cell = (name: (typeof COLUMNS)[number]): string => (cells[at[name] ?? -1] ?? '').trim();
    const number = (name: (typeof COLUMNS)[number]): number => (cell(name) === '' ? NaN : Number(cell(name)));
    const point = { idx: number('idx'), x: number('x'), y: number('y') };
    const value = number('label');
    if (![point.idx, point.x, point.y].every(Number.isFinite) || !isLabel(value))
      throw maskFault('not-points');
    const key = cell('mark');
    const mark = marks.get(key) ?? { value, name: cell('type'), points: [], rows: [] };
    marks.set(key, mark);
    mark.rows.push(point);
  }
  return Array.from(marks.values(), ({ value, name, rows: points }) => ({
    value,
    name,
    points: points.toSorted((a, b) => a.idx - b.idx).flatMap(({ x, y }) => [x, y]),
  }));
}

const isLabel = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MAX_LABEL;

/** Names of values; the first one of a value counts. */
export function namesOfMarks(marks: readonly TableMark[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { value, name } of marks) if (name !== '' && !names.has(value)) names.set(value, name);
  return names;
}

/**
 * The outlines of a table that stands alone, on an image of one slice. Marks of one or two points cover nothing.
 * @throws MidscopeError as {@link parseMarkTable}; `no-segments`; `no-place` where the image is a stack.
 */
export async function decodeMarkTable(
  bytes: Uint8Array<ArrayBuffer>,
  context: MaskContext,
): Promise<DecodedMask> {
  const marks = parseMarkTable(decodeText(bytes).text);
  if (marks.length === 0) throw maskFault('no-segments');
  const { columns, rows, slices } = await context.target();
  if (slices.length !== 1) throw maskFault('no-place');
  return {
    columns,
    rows,
    slices: 1,
    names: namesOfMarks(marks),
    planes: () => planesOf(marks, columns, rows),
    marks: marks
      .filter(({ points }) => points.length < 6)
      .flatMap(({ value, points }): readonly MaskMark[] =>
        Array.from({ length: points.length / 2 }, (_, at) => ({
          value,
          slice: 0,
          x: points[2 * at] ?? 0,
          y: points[2 * at + 1] ?? 0,
        })),
      ),
  };
}

function* planesOf(marks: readonly TableMark[], columns: number, rows: number) {
  const map: LabelMap = { columns, rows, data: new Uint8Array(columns * rows) };
  for (const value of new Set(marks.map((mark) => mark.value))) {
    map.data.fill(0);
    fillPolygons(
      map,
      marks.filter((mark) => mark.value === value && mark.points.length >= 6).map(({ points }) => points),
      value,
    );
    yield { slice: 0, map };
  }
}

/**
 * Names of labels that are colours by the order in which they occur: each has the name of the outlines that most of its
 * pixels lie in.
 */
export function namesByPlace(map: LabelMap, marks: readonly TableMark[]): ReadonlyMap<number, string> {
  const { columns, rows, data } = map;
  const names = [...new Set(marks.map(({ name }) => name))].filter((name) => name !== '').slice(0, MAX_LABEL);
  const best = new Map<number, { readonly name: string; readonly pixels: number }>();
  const inside = { columns, rows, data: new Uint8Array(columns * rows) };
  for (const name of names) {
    inside.data.fill(0);
    const outlines = marks.filter((mark) => mark.name === name && mark.points.length >= 6);
    fillPolygons(
      inside,
      outlines.map(({ points }) => points),
      1,
    );
    const pixels = new Map<number, number>();
    for (let at = 0; at < data.length; at++)
      if (inside.data[at] === 1 && data[at]! > 0) pixels.set(data[at]!, (pixels.get(data[at]!) ?? 0) + 1);
    for (const [value, count] of pixels)
      if (count > (best.get(value)?.pixels ?? 0)) best.set(value, { name, pixels: count });
  }
  return new Map(Array.from(best, ([value, { name }]) => [value, name]));
}
